package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lanewise.ndarray.NDArray;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WindowsTest {
  /// What NumPy 2.4.6 gives.
  static List<Arguments> windows() {
    return List.of(
        Arguments.of(Windows.bartlett(0), new double[] {}),
        Arguments.of(Windows.bartlett(1), new double[] {1.0}),
        Arguments.of(Windows.bartlett(2), new double[] {0.0, 0.0}),
        Arguments.of(Windows.bartlett(5), new double[] {0.0, 0.5, 1.0, 0.5, 0.0}),
        Arguments.of(
            Windows.bartlett(8),
            new double[] {
              0.0,
              0.2857142857142857,
              0.5714285714285714,
              0.8571428571428572,
              0.8571428571428572,
              0.5714285714285714,
              0.2857142857142857,
              0.0
            }),
        Arguments.of(Windows.blackman(0), new double[] {}),
        Arguments.of(Windows.blackman(1), new double[] {1.0}),
        Arguments.of(
            Windows.blackman(2), new double[] {-1.3877787807814457e-17, -1.3877787807814457e-17}),
        Arguments.of(
            Windows.blackman(5),
            new double[] {
              -1.3877787807814457e-17, 0.34, 0.9999999999999999, 0.34, -1.3877787807814457e-17
            }),
        Arguments.of(
            Windows.blackman(8),
            new double[] {
              -1.3877787807814457e-17,
              0.09045342435412808,
              0.45918295754596367,
              0.9203636180999082,
              0.9203636180999082,
              0.45918295754596367,
              0.09045342435412808,
              -1.3877787807814457e-17
            }),
        Arguments.of(Windows.hamming(0), new double[] {}),
        Arguments.of(Windows.hamming(1), new double[] {1.0}),
        Arguments.of(Windows.hamming(2), new double[] {0.08000000000000002, 0.08000000000000002}),
        Arguments.of(
            Windows.hamming(5),
            new double[] {0.08000000000000002, 0.54, 1.0, 0.54, 0.08000000000000002}),
        Arguments.of(
            Windows.hamming(8),
            new double[] {
              0.08000000000000002,
              0.2531946911449826,
              0.6423596296199047,
              0.9544456792351128,
              0.9544456792351128,
              0.6423596296199047,
              0.2531946911449826,
              0.08000000000000002
            }),
        Arguments.of(Windows.hanning(0), new double[] {}),
        Arguments.of(Windows.hanning(1), new double[] {1.0}),
        Arguments.of(Windows.hanning(2), new double[] {0.0, 0.0}),
        Arguments.of(Windows.hanning(5), new double[] {0.0, 0.5, 1.0, 0.5, 0.0}),
        Arguments.of(
            Windows.hanning(8),
            new double[] {
              0.0,
              0.18825509907063326,
              0.6112604669781572,
              0.9504844339512095,
              0.9504844339512095,
              0.6112604669781572,
              0.18825509907063326,
              0.0
            }),
        Arguments.of(Windows.kaiser(0, 5.0), new double[] {}),
        Arguments.of(Windows.kaiser(1, 5.0), new double[] {1.0}),
        Arguments.of(
            Windows.kaiser(6, 8.6),
            new double[] {
              0.0013325139979024198,
              0.20105486954533092,
              0.8494161890910448,
              0.8494161890910448,
              0.20105486954533092,
              0.0013325139979024198
            }),
        Arguments.of(Windows.kaiser(7, 0.0), new double[] {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0}),
        Arguments.of(
            Windows.kaiser(9, 14.0),
            new double[] {
              7.726866835270368e-06,
              0.01080066848590914,
              0.16493218754795194,
              0.6517418592472893,
              1.0,
              0.6517418592472893,
              0.16493218754795194,
              0.01080066848590914,
              7.726866835270368e-06
            }));
  }

  /// A cosine and a sum of two or three terms of size 1: a few roundings of 1.
  @ParameterizedTest
  @MethodSource("windows")
  void areNumPys(NDArray window, double[] expected) {
    assertThat(window.toDoubleArray()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(window.getDouble(i)).isEqualTo(expected[i], within(4 * Math.ulp(1.0)));
    }
  }
}
