package io.lanewise.ufunc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.CastingException;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DTypesOracleTest {
  private static final Map<String, Oracle.Call> CALLS =
      Map.of(
          "promote_types", a -> Promotion.promoteTypes(dtype(a, 0), dtype(a, 1)).toString(),
          "can_cast",
              a ->
                  Promotion.canCast(
                      dtype(a, 0),
                      dtype(a, 1),
                      Casting.valueOf(a.text(2).toUpperCase(Locale.ROOT))),
          "result_type", a -> Promotion.resultType(dtypes(a)).toString(),
          "min_scalar_type",
              a ->
                  (a.kind(0) == 'i'
                          ? Promotion.minScalarType(a.integer(0))
                          : Promotion.minScalarType(a.number(0)))
                      .toString(),
          "common_type",
              a ->
                  Promotion.commonType(NDArray.zeros(dtype(a, 0), 1), NDArray.zeros(dtype(a, 1), 1))
                      .toString(),
          "same_value", a -> a.array(0).astype(dtype(a, 1), Casting.SAME_VALUE));

  private static DType[] dtypes(Oracle.Arguments a) {
    return IntStream.range(0, a.count()).mapToObj(i -> dtype(a, i)).toArray(DType[]::new);
  }

  private static DType dtype(Oracle.Arguments a, int i) {
    return DType.named(a.text(i));
  }

  @Test
  void promotionAndCastingAgreeWithNumPy() {
    Oracle.Rules rules =
        new Oracle.Rules() {
          @Override
          public String words(String function, String words) {
            // NumPy goes on with C's names of the types
            return function.equals("same_value") ? "could not cast 'same_value' " : words;
          }
        };
    Oracle.replay("dtypes", CALLS, rules);
  }

  @ParameterizedTest
  @CsvSource({
    "bfloat16, float16, float32",
    "bfloat16, int8, bfloat16",
    "bfloat16, int16, float32",
    "bfloat16, float64, float64",
    "bfloat16, complex64, complex64",
    "bool, bfloat16, bfloat16"
  })
  void bfloat16PromotesAsFloat16(String a, String b, String together) {
    DType expected = DType.named(together);
    assertThat(Promotion.promoteTypes(DType.named(a), DType.named(b))).isEqualTo(expected);
    assertThat(Promotion.promoteTypes(DType.named(b), DType.named(a))).isEqualTo(expected);
  }

  @Test
  void sameValueSeesWhatBfloat16Loses() {
    NDArray kept = NDArray.of(1.0, 0.5, 256);
    assertThat(kept.astype(DType.BFLOAT16, Casting.SAME_VALUE).toDoubleArray())
        .containsExactly(1, 0.5, 256);
    assertThatThrownBy(() -> NDArray.of(257.0).astype(DType.BFLOAT16, Casting.SAME_VALUE))
        .isInstanceOf(CastingException.class)
        .hasMessage("could not cast 'same_value' float64 to bfloat16: a value would change");
  }
}
