package io.lanewise.ufunc;

import static io.lanewise.ndarray.kernel.LaneType.BOOL;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.Kernels;

/// The choice between the elements of two arrays.
final class Where {
  private Where() {}

  /// A weak number beside an array.
  static NDArray weak(NDArray beside, double value) {
    return NDArray.full(Promotion.withFloating(beside.dtype()), value);
  }

  static NDArray weak(NDArray beside, long value) {
    NDArray result = NDArray.empty(Promotion.withInteger(beside.dtype()));
    result.setLong(value);
    return result;
  }

  /// Elements of `x` where `condition` is not zero, otherwise of `y`; a null `out` asks for a new
  /// array.
  static NDArray choose(NDArray condition, NDArray x, NDArray y, NDArray out) {
    DType result = Promotion.promoteTypes(x.dtype(), y.dtype());
    if (result.isComplex()) {
      return complexWhere(condition, x, y, result, out);
    }
    NDArray target = out;
    if (target == null) {
      target = Results.allocate(result, "where", condition, x, y);
    } else {
      Results.check("where", result, target, condition, x, y);
    }
    NDArray test = condition.dtype().isComplex() ? condition.astype(DType.BOOL) : condition;
    Body body = new Body();
    Value c = body.input(Casts.carrier(test.dtype()));
    Value a = body.input(Casts.carrier(x.dtype()));
    Value b = body.input(Casts.carrier(y.dtype()));
    Value value =
        body.select(
            body.convert(c, BOOL),
            Casts.convert(body, a, x.dtype(), result),
            Casts.convert(body, b, y.dtype(), result));
    body.output(Casts.convert(body, value, result, target.dtype()));
    Elementwise.run(
        Kernels.family(body.build("where_" + result)),
        new NDArray[] {test, x, y, target},
        new long[4]);
    return target;
  }

  /// Both parts of a complex number follow the same condition.
  private static NDArray complexWhere(
      NDArray condition, NDArray x, NDArray y, DType result, NDArray out) {
    NDArray target = out;
    if (target == null) {
      target = Results.allocate(result, "where", condition, x, y);
    } else {
      Results.check("where", result, target, condition, x, y);
    }
    NDArray a = x.dtype() == result ? x : x.astype(result);
    NDArray b = y.dtype() == result ? y : y.astype(result);
    choose(condition.get("..., None"), a.viewAsReal(), b.viewAsReal(), target.viewAsReal());
    return target;
  }
}
