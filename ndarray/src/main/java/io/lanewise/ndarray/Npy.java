package io.lanewise.ndarray;

import io.lanewise.ndarray.events.Events;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The .npy format: a header that gives dtype, order and shape, then the elements. Versions 1 to 3
/// are read, in either byte order; version 1 is written (2 where the header is too long),
/// little-endian. Source: NumPy enhancement proposal 1, "A simple file format for NumPy arrays".
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

  /// Data starts at a multiple of this, so that it can be mapped and read by lanes.
  private static final int ALIGNMENT = 64;

  private static final int PIECE = 1 << 18;

  /// A header longer than this is not one that NumPy writes; a damaged length must not allocate
  /// gigabytes.
  private static final int MAX_HEADER = 1 << 20;

  /// A stream may lie about its shape: this many bytes of elements are allocated before more than
  /// these have been seen, and then twice as many each time.
  private static final int TRUSTED = 1 << 20;

  /// NumPy pads the axis along which a file can grow to the digits of the largest length.
  private static final int GROWTH_DIGITS = 21;

  /// The key and what follows it up to the end of a string or the start of anything else, such as
  /// the list of a structured dtype.
  private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*(?:'([^']*)'|[^'\\s])");

  private static final Pattern TYPE = Pattern.compile("([<>|=]?)([a-z]\\d+)");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([\\d\\sL,]*)\\)");

  private Npy() {}

  /// What a header says.
  ///
  /// @param dtype the element type
  /// @param order the order of the elements
  /// @param shape the lengths of the axes
  /// @param swapped whether the elements are in the other byte order than this machine's
  /// @param dataOffset where the elements start, in bytes from the start of the stream
  public record Header(DType dtype, Order order, long[] shape, boolean swapped, int dataOffset) {
    /// The size of the elements in bytes.
    public long dataBytes() {
      return Math.multiplyExact(Shapes.size(shape), dtype.itemSize());
    }
  }

  /// Reads an array.
  ///
  /// @throws NpyFormatException if the stream is truncated, malformed or holds an unsupported dtype
  public static NDArray read(InputStream in) throws IOException {
    Header header = readHeader(in);
    long size = Shapes.size(header.shape());
    long trusted = Math.max(TRUSTED, in.available()) / header.dtype().itemSize();
    NDArray array = NDArray.empty(header.dtype(), Math.min(size, trusted));
    long left = header.dataBytes();
    byte[] piece = new byte[(int) Math.min(PIECE, left)];
    long at = 0;
    int width = header.dtype().itemSize();
    while (left > 0) {
      int wanted = (int) Math.min(PIECE, left);
      int got = in.readNBytes(piece, 0, wanted);
      if (got < wanted) {
        throw new NpyFormatException(
            "truncated .npy: expected "
                + header.dataBytes()
                + " bytes of data for shape "
                + Shapes.toString(header.shape())
                + " and dtype "
                + header.dtype()
                + ", got "
                + (header.dataBytes() - left + got));
      }
      if (header.swapped()) {
        swap(piece, wanted, header.dtype().part().itemSize());
      }
      if (at + wanted / width > array.size()) {
        array = grown(array, at, Math.min(size, 2 * array.size() + PIECE));
      }
      put(array, at, piece, wanted / width);
      at += wanted / width;
      left -= wanted;
    }
    return shaped(array, header);
  }

  private static NDArray grown(NDArray array, long used, long length) {
    NDArray longer = NDArray.empty(array.dtype(), length);
    longer.slice(0, used).set(array.slice(0, used));
    return longer;
  }

  /// The array over the same storage with the order and shape of the header.
  private static NDArray shaped(NDArray flat, Header header) {
    Layout layout = Layout.of(header.shape(), header.order());
    return new NDArray(header.dtype(), flat.storage(), layout, true, null);
  }

  /// Reads a header and leaves the stream at the first element.
  ///
  /// @throws NpyFormatException if it is truncated, malformed or names an unsupported dtype
  public static Header readHeader(InputStream in) throws IOException {
    try {
      return header(new DataInputStream(in));
    } catch (EOFException e) {
      throw new NpyFormatException("truncated .npy: the stream ends inside the header");
    }
  }

  private static Header header(DataInputStream in) throws IOException {
    byte[] magic = in.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new NpyFormatException("not a .npy file: the magic string is missing");
    }
    int major = in.readUnsignedByte();
    int minor = in.readUnsignedByte();
    if (major < 1 || major > 3 || minor != 0) {
      throw new NpyFormatException("unsupported .npy version " + major + "." + minor);
    }
    int length =
        major == 1
            ? in.readUnsignedByte() | in.readUnsignedByte() << 8
            : Integer.reverseBytes(in.readInt());
    if (length < 0 || length > MAX_HEADER) {
      throw new NpyFormatException(
          "malformed .npy header: a length of " + Integer.toUnsignedString(length));
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    String text =
        new String(bytes, major == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    String descr = find(DESCR, text, "descr");
    boolean fortran = find(ORDER, text, "fortran_order").equals("True");
    long[] shape = shape(find(SHAPE, text, "shape"), text);
    Matcher type = TYPE.matcher(descr == null ? "" : descr);
    if (!type.matches()) {
      throw new NpyFormatException(
          "unsupported dtype " + (descr == null ? "" : "'" + descr + "' ") + "in " + text.strip());
    }
    String byteOrder = type.group(1);
    DType dtype = dtype(type.group(2));
    checkSize(dtype, shape, text);
    boolean big = byteOrder.equals(">");
    boolean nativeBig = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;
    boolean swapped = dtype.itemSize() > 1 && !byteOrder.equals("=") && big != nativeBig;
    int start = MAGIC.length + 2 + (major == 1 ? 2 : 4) + length;
    return new Header(dtype, fortran ? Order.F : Order.C, shape, swapped, start);
  }

  /// Refuses what no array can have, so that nobody who reads a header meets another exception.
  private static void checkSize(DType dtype, long[] shape, String text) {
    try {
      Math.multiplyExact(Layout.of(shape, Order.C).size(), dtype.itemSize());
    } catch (ShapeException | ArithmeticException e) {
      throw new NpyFormatException(
          "malformed .npy header: no array has the shape in " + text.strip());
    }
  }

  private static String find(Pattern pattern, String text, String key) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new NpyFormatException(
          "malformed .npy header: no valid '" + key + "' in " + text.strip());
    }
    return matcher.group(1);
  }

  private static DType dtype(String code) {
    for (DType dtype : DType.values()) {
      if (dtype.descr() != null && dtype.descr().substring(1).equals(code)) {
        return dtype;
      }
    }
    throw new NpyFormatException("unsupported dtype '" + code + "' in .npy header");
  }

  private static long[] shape(String lengths, String text) {
    try {
      return Arrays.stream(lengths.split(","))
          .map(length -> length.strip().replace("L", ""))
          .filter(length -> !length.isEmpty())
          .mapToLong(Long::parseLong)
          .toArray();
    } catch (NumberFormatException e) {
      throw new NpyFormatException("malformed .npy header: bad shape in " + text.strip());
    }
  }

  /// Writes `array`: in Fortran order where it is contiguous in that order only, otherwise in C
  /// order.
  ///
  /// @throws IllegalArgumentException for bfloat16, which the format does not know
  public static void write(NDArray array, OutputStream out) throws IOException {
    boolean fortran = !array.layout().isContiguousC() && array.layout().isContiguousF();
    out.write(headerBytes(array.dtype(), fortran ? Order.F : Order.C, array.shape()));
    NDArray ordered = fortran ? array.T() : array;
    if (!ordered.isContiguous()) {
      Events.hiddenCopy("npy.write", "the elements are not contiguous", array.size());
      ordered = ordered.copy();
    }
    NDArray flat = ordered.reshape(-1);
    int width = array.dtype().itemSize();
    byte[] piece = new byte[(int) Math.min(PIECE, flat.size() * width)];
    int perPiece = PIECE / width;
    for (long at = 0; at < flat.size(); at += perPiece) {
      int n = (int) Math.min(perPiece, flat.size() - at);
      get(flat, at, piece, n);
      if (ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN) {
        swap(piece, n * width, array.dtype().part().itemSize());
      }
      out.write(piece, 0, n * width);
    }
  }

  /// The header of a file with the given contents, byte for byte as NumPy writes it.
  ///
  /// @throws IllegalArgumentException for bfloat16, which the format does not know
  public static byte[] headerBytes(DType dtype, Order order, long... shape) {
    if (dtype.descr() == null) {
      throw new IllegalArgumentException("the .npy format has no dtype " + dtype);
    }
    String fields =
        "{'descr': '"
            + dtype.descr()
            + "', 'fortran_order': "
            + (order == Order.F ? "True" : "False")
            + ", 'shape': "
            + Shapes.toString(shape).replace(",", ", ").replace(", )", ",)")
            + ", }";
    if (shape.length > 0) {
      long growing = shape[order == Order.F ? shape.length - 1 : 0];
      fields += " ".repeat(GROWTH_DIGITS - Long.toString(growing).length());
    }
    int head = MAGIC.length + 2 + 2;
    boolean wide = fields.length() + 1 + ALIGNMENT > 0xFFFF;
    head += wide ? 2 : 0;
    // at least one space of padding: a header that would fit exactly gets a whole line of them
    int length = (head + fields.length() + 1 + ALIGNMENT) / ALIGNMENT * ALIGNMENT - head;
    byte[] bytes = new byte[head + length];
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    bytes[MAGIC.length] = (byte) (wide ? 2 : 1);
    for (int i = 0; i < head - MAGIC.length - 2; i++) {
      bytes[MAGIC.length + 2 + i] = (byte) (length >>> 8 * i);
    }
    byte[] text = fields.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, bytes, head, text.length);
    Arrays.fill(bytes, head + text.length, bytes.length - 1, (byte) ' ');
    bytes[bytes.length - 1] = '\n';
    return bytes;
  }

  private static void swap(byte[] bytes, int length, int width) {
    for (int at = 0; at < length; at += width) {
      for (int i = 0; i < width / 2; i++) {
        byte low = bytes[at + i];
        bytes[at + i] = bytes[at + width - 1 - i];
        bytes[at + width - 1 - i] = low;
      }
    }
  }

  /// Stores `n` elements in memory order, which is contiguous.
  private static void put(NDArray array, long at, byte[] bytes, int n) {
    if (array.dtype().isComplex()) {
      put(array.viewAsReal().reshape(-1), 2 * at, bytes, 2 * n);
      return;
    }
    if (array.storage().array() instanceof boolean[] flags) {
      for (int i = 0; i < n; i++) {
        flags[(int) at + i] = bytes[i] != 0;
      }
    } else if (array.storage().array() != null) {
      fill(array.storage().array(), (int) at, ByteBuffer.wrap(bytes), n);
    } else {
      int width = array.dtype().itemSize();
      MemorySegment.copy(
          MemorySegment.ofArray(bytes), 0, array.storage().segment(), at * width, (long) n * width);
    }
  }

  /// By a buffer, not by a segment, whose accesses are made of method handles at their first use: a
  /// fresh process that reads a file should not wait for them. For the same reason the types are
  /// told apart by plain tests and not in a pattern switch.
  private static void fill(Object array, int at, ByteBuffer bytes, int n) {
    bytes.order(ByteOrder.nativeOrder());
    if (array instanceof double[] doubles) {
      bytes.asDoubleBuffer().get(doubles, at, n);
    } else if (array instanceof float[] floats) {
      bytes.asFloatBuffer().get(floats, at, n);
    } else if (array instanceof long[] longs) {
      bytes.asLongBuffer().get(longs, at, n);
    } else if (array instanceof int[] ints) {
      bytes.asIntBuffer().get(ints, at, n);
    } else if (array instanceof short[] shorts) {
      bytes.asShortBuffer().get(shorts, at, n);
    } else {
      bytes.get((byte[]) array, at, n);
    }
  }

  private static void get(NDArray flat, long from, byte[] bytes, int n) {
    if (flat.dtype().isComplex()) {
      get(flat.viewAsReal().reshape(-1), 2 * from, bytes, 2 * n);
      return;
    }
    long at = flat.offset() + from;
    MemorySegment target = MemorySegment.ofArray(bytes);
    if (flat.storage().array() instanceof boolean[] flags) {
      for (int i = 0; i < n; i++) {
        bytes[i] = (byte) (flags[(int) at + i] ? 1 : 0);
      }
    } else if (flat.storage().array() != null) {
      MemorySegment.copy(
          flat.storage().array(), (int) at, target, Storage.layout(flat.dtype()), 0, n);
    } else {
      int width = flat.dtype().itemSize();
      MemorySegment.copy(flat.storage().segment(), at * width, target, 0, (long) n * width);
    }
  }
}
