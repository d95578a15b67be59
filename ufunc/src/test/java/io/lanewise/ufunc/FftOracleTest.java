package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ufunc.fft.Fft;
import io.lanewise.ufunc.fft.FftNorm;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What NumPy answers in long double, rounded once.
class FftOracleTest {
  /// A transform of one axis.
  private interface One {
    NDArray apply(NDArray a, long n, int axis, FftNorm norm, NDArray out);
  }

  /// A transform of several axes.
  private interface Several {
    NDArray apply(NDArray a, long[] s, int[] axes, FftNorm norm, NDArray out);
  }

  private static final Map<String, One> ONE =
      Map.of(
          "fft", Fft::fft,
          "ifft", Fft::ifft,
          "rfft", Fft::rfft,
          "irfft", Fft::irfft,
          "hfft", Fft::hfft,
          "ihfft", Fft::ihfft);

  private static final Map<String, Several> SEVERAL =
      Map.of(
          "fftn", Fft::fftn,
          "ifftn", Fft::ifftn,
          "rfftn", Fft::rfftn,
          "irfftn", Fft::irfftn,
          "fft2", Fft::fft2,
          "ifft2", Fft::ifft2,
          "rfft2", Fft::rfft2,
          "irfft2", Fft::irfft2);

  private static Map<String, Oracle.Call> calls() {
    Map<String, Oracle.Call> calls = new HashMap<>();
    ONE.forEach(
        (name, f) ->
            calls.put(
                name,
                a ->
                    f.apply(
                        a.array(0),
                        a.isNone(1) ? Fft.WHOLE : a.integer(1),
                        a.axis(2),
                        norm(a, 3),
                        null)));
    SEVERAL.forEach(
        (name, f) ->
            calls.put(
                name,
                a -> {
                  NDArray array = a.array(0);
                  long[] s = a.isNone(1) ? null : a.integers(1);
                  int[] all =
                      name.endsWith("2")
                          ? new int[] {-2, -1}
                          : IntStream.range(0, array.ndim()).toArray();
                  return f.apply(array, s, a.isNone(2) ? all : a.axes(2), norm(a, 3), null);
                }));
    calls.put("fftfreq", a -> Fft.fftfreq(a.integer(0), a.number(1)));
    calls.put("rfftfreq", a -> Fft.rfftfreq(a.integer(0), a.number(1)));
    calls.put(
        "fftshift",
        a -> a.isNone(1) ? Fft.fftshift(a.array(0)) : Fft.fftshift(a.array(0), a.axes(1)));
    calls.put(
        "ifftshift",
        a -> a.isNone(1) ? Fft.ifftshift(a.array(0)) : Fft.ifftshift(a.array(0), a.axes(1)));
    return calls;
  }

  private static FftNorm norm(Oracle.Arguments a, int i) {
    return FftNorm.valueOf(a.text(i).toUpperCase(Locale.ROOT));
  }

  @Test
  void transformsAgreeWithNumPy() {
    Oracle.replay(
        "fft",
        calls(),
        new Oracle.Rules() {
          /// Each pass rounds a few times: the error of a point is at most about 2 eps log2(n) of
          /// the norm of the input, which is at most sqrt(2) times the largest point of the result
          /// times the root of their number; the share is for a few hundred of them. float32 and
          /// half precision are float64 rounded once, to half a unit in the last place.
          @Override
          public double ofLargest(String function, DType dtype, long n) {
            double rounding =
                switch (dtype) {
                  case COMPLEX64, FLOAT32 -> 0x1p-24;
                  case FLOAT16 -> 0x1p-11;
                  default -> 0;
                };
            double passes = 2 * 0x1p-53 * (1 + Math.log(n + 1) / Math.log(2));
            boolean moves = function.endsWith("shift") || function.endsWith("freq");
            return moves ? 0 : passes + rounding;
          }

          @Override
          public String words(String function, String words) {
            return words.replace("rfft_n_even", "rfft").replace("rfft_n_odd", "rfft");
          }
        });
  }
}
