package io.lanewise.memmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Npy;
import io.lanewise.ndarray.NpyFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the bytes, a stream gives an array or a [NpyFormatException].
class DamagedNpyTest {
  private static final String HEADER =
      "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float64-c.npy",
        "bool-f.npy",
        "int32-0d.npy",
        "int64-swapped.npy",
        "float32-version2.npy",
        "float32-version3.npy"
      })
  void everyPrefixIsTruncated(String name) {
    byte[] bytes = Fixtures.bytes(name);
    for (int length = 0; length < bytes.length; length++) {
      byte[] prefix = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(prefix)))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOf(NpyFormatException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"float64-c.npy", "bool-1d.npy", "int64-swapped-f.npy", "float32-version3.npy"})
  void everyByteMayBeWrong(String name) {
    byte[] bytes = Fixtures.bytes(name);
    int valid = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      for (int value = 0; value < 256; value++) {
        damaged[at] = (byte) value;
        valid += readsOrIsRefused(damaged, "byte " + at + " of " + name + " is " + value) ? 1 : 0;
      }
    }
    // changes of padding and data
    assertThat(valid).isGreaterThan(bytes.length);
  }

  @Test
  void manyBytesMayBeWrong() {
    long seed = 20260101;
    Random random = new Random(seed);
    byte[] bytes = Fixtures.bytes("float64-c.npy");
    String digits = "0123456789L,() '<>|fiubcdesr:{}TrueFals";
    for (int trial = 0; trial < 20_000; trial++) {
      byte[] damaged = bytes.clone();
      for (int change = 0; change < 1 + trial % 12; change++) {
        damaged[8 + random.nextInt(64)] = (byte) digits.charAt(random.nextInt(digits.length()));
      }
      readsOrIsRefused(damaged, "seed " + seed + " trial " + trial);
    }
  }

  private static boolean readsOrIsRefused(byte[] bytes, String what) {
    try {
      Npy.read(new ByteArrayInputStream(bytes));
      return true;
    } catch (NpyFormatException e) {
      return false;
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new AssertionError(what + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(99999999999,)",
        "(9223372036854775807,)",
        "(9223372036854775808,)",
        "(4611686018427387904, 4)",
        "(3037000500, 3037000500)",
        "(1000000000,)",
        "(0, 9223372036854775807, 9223372036854775807)",
        "(-1,)",
        "(1 2,)",
        "(2.5,)",
        "(1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,"
            + "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1)",
      })
  void aShapeThatTheDataDoNotFillTakesNoMemory(String shape) throws IOException {
    byte[] bytes = npy(HEADER.replace("(2, 3)", shape));
    Throwable thrown = catchThrowable(() -> Npy.read(new ByteArrayInputStream(bytes)));
    if (shape.startsWith("(0")) {
      assertThat(thrown).isNull();
      return;
    }
    assertThat(thrown).isInstanceOf(NpyFormatException.class);
    assertFilesRefuse(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{'descr': '<f8', 'fortran_order': False, }",
        "{'descr': '<f8', 'shape': (2, 3), }",
        "{'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '<f8', 'fortran_order': 0, 'shape': (2, 3), }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': 6, }",
        "{'descr': '<f8', 'fortran_order': False, 'shape': [2, 3], }",
        "{'descr': '<f7', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '<i3', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '|O', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': [('x', '<f8')], 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': ('<f8', (2,)), 'fortran_order': False, 'shape': (2, 3), }",
      })
  void aHeaderThatIsNotOneIsRefused(String header) throws IOException {
    byte[] bytes = npy(header);
    assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageMatching("(?s)(malformed|unsupported).*");
    assertFilesRefuse(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"longdouble.npy", "text.npy", "record.npy"})
  void dtypesThatAreNotSupportedAreNamed(String name) throws IOException {
    byte[] bytes = Fixtures.bytes(name);
    assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(NpyFormatException.class)
        .hasMessageContaining("unsupported dtype");
    assertFilesRefuse(bytes);
  }

  @Test
  void anUnknownVersionIsNamed() {
    byte[] bytes = Fixtures.bytes("float64-c.npy");
    bytes[6] = 4;
    assertThatThrownBy(() -> Npy.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(NpyFormatException.class)
        .hasMessage("unsupported .npy version 4.0");
  }

  @Test
  void bytesBehindTheDataAreLeftAlone() throws IOException {
    byte[] one = Fixtures.bytes("int64-c.npy");
    byte[] two = Arrays.copyOf(one, 2 * one.length);
    System.arraycopy(one, 0, two, one.length, one.length);
    ByteArrayInputStream in = new ByteArrayInputStream(two);

    NDArray first = Npy.read(in);
    NDArray second = Npy.read(in);

    assertThat(Fixtures.bits(second)).isEqualTo(Fixtures.bits(first));
    assertThat(in.available()).isZero();
  }

  /// Reading and mapping a file refuse it, too, and leave it as it is.
  private void assertFilesRefuse(byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve("bad.npy"), bytes);
    assertThatThrownBy(() -> NpyFiles.read(path)).isInstanceOf(NpyFormatException.class);
    for (MapMode mode :
        new MapMode[] {MapMode.READ_ONLY, MapMode.READ_WRITE, MapMode.COPY_ON_WRITE}) {
      assertThatThrownBy(() -> MappedArray.openNpy(path, mode))
          .isInstanceOf(NpyFormatException.class);
    }
    assertThat(path).hasBinaryContent(bytes);
  }

  /// A version 1 file with the given header and six float64.
  private static byte[] npy(String header) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
    out.write(text.length);
    out.write(text.length >>> 8);
    out.writeBytes(text);
    out.writeBytes(new byte[48]);
    return out.toByteArray();
  }
}
