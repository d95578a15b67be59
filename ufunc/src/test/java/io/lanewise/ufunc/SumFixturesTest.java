package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Sums, means and variances have NumPy's bits. The fixtures are made by
/// `src/test/scripts/make_sum_fixtures.py`.
class SumFixturesTest {
  @Test
  void sumMeanAndVarianceOfVectorsWithAnyStepEqualNumPyBitForBit() throws IOException {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String[] line : lines()) {
      if (!line[0].equals("1d")) {
        continue;
      }
      DType dtype = DType.named(line[1]);
      int n = Integer.parseInt(line[2]);
      int step = Integer.parseInt(line[3]);
      NDArray x = data(n, n * Math.abs(step), dtype).get("::" + step);
      check(wrong, line, 4, dtype, x.sum());
      if (n > 0) {
        check(wrong, line, 5, dtype, x.mean());
        check(wrong, line, 6, dtype, x.var());
      } else {
        assertThat(x.mean().item()).isNaN();
        assertThat(x.var().item()).isNaN();
      }
      cases++;
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).isGreaterThan(2_000);
  }

  @Test
  void reductionsAlongAnyAxisEqualNumPyOverThatAxisMadeContiguous() throws IOException {
    List<String> wrong = new ArrayList<>();
    int cases = 0;
    for (String[] line : lines()) {
      if (line[0].equals("1d")) {
        continue;
      }
      DType dtype = DType.named(line[1]);
      long[] shape = Arrays.stream(line[2].split(",")).mapToLong(Long::parseLong).toArray();
      int axis = Integer.parseInt(line[3]);
      long size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      NDArray a = data(Arrays.stream(shape).sum(), (int) size, dtype).reshape(shape);
      for (NDArray layout : List.of(a, fortran(a), inside(a))) {
        NDArray r =
            switch (line[0]) {
              case "sum" -> layout.sum(axis);
              case "mean" -> layout.mean(axis);
              case "var" -> layout.var(axis);
              case "sum2" -> layout == a ? a.sum(axis, axis + 1) : null;
              case "sumall" -> layout == a ? a.sum() : null;
              case "sumallT" -> layout == a ? a.T().sum() : null;
              default -> throw new IllegalStateException(line[0]);
            };
        if (r == null) {
          continue;
        }
        assertThat(r.dtype()).isEqualTo(dtype);
        if (!checksum(r).equals(line[4])) {
          wrong.add(String.join(" ", line) + " layout " + Arrays.toString(layout.strides()));
        }
        cases++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cases).isGreaterThan(700);
  }

  private static NDArray fortran(NDArray a) {
    NDArray f = NDArray.empty(a.dtype(), io.lanewise.ndarray.Order.F, a.shape());
    f.set(a);
    return f;
  }

  /// The same elements in the middle of a larger array.
  private static NDArray inside(NDArray a) {
    long[] larger = a.shape();
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < larger.length; i++) {
      index.append(i == 0 ? "" : ", ").append("1:").append(larger[i] + 1);
      larger[i] += 2;
    }
    NDArray view = NDArray.full(a.dtype(), 7, larger).get(index.toString());
    view.set(a);
    return view;
  }

  private static void check(List<String> wrong, String[] line, int at, DType dtype, NDArray got) {
    assertThat(got.dtype()).isEqualTo(dtype);
    if (!bits(got, dtype).equals(line[at])) {
      wrong.add(String.join(" ", line) + " field " + at + " got " + bits(got, dtype));
    }
  }

  private static String bits(NDArray scalar, DType dtype) {
    return bits(scalar.item(), dtype);
  }

  private static String bits(double value, DType dtype) {
    return dtype == DType.FLOAT64
        ? Long.toHexString(Double.doubleToRawLongBits(value))
        : Integer.toHexString(Float.floatToRawIntBits((float) value));
  }

  private static String checksum(NDArray values) {
    long h = 1469598103934665603L;
    for (double value : values.toDoubleArray()) {
      h = (h ^ Long.parseUnsignedLong(bits(value, values.dtype()), 16)) * 1099511628211L;
    }
    return Long.toHexString(h);
  }

  private static List<String[]> lines() throws IOException {
    try (var in = SumFixturesTest.class.getResourceAsStream("sums.txt.gz");
        var reader =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(l -> l.split(" ")).toList();
    }
  }

  /// The generator of the fixtures.
  private static NDArray data(long seed, int n, DType dtype) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      long z = seed + (i + 1) * 0x9E3779B97F4A7C15L;
      z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
      z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
      z = z ^ z >>> 31;
      values[i] = ((z >>> 11) * 0x1p-53 - 0.375) * Math.scalb(1.0, (int) (z & 15) - 8);
    }
    return dtype == DType.FLOAT64 ? NDArray.of(values) : NDArray.of(values).astype(dtype);
  }
}
