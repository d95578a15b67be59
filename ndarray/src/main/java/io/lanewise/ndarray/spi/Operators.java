package io.lanewise.ndarray.spi;

import io.lanewise.ndarray.Axes;
import io.lanewise.ndarray.NDArray;
import java.util.ServiceLoader;

/// What stands behind the fluent methods of [NDArray]. The operations live one module up, in
/// `io.lanewise.ufunc`, which provides this service; NumPy's ndarray gets its operators from umath
/// in the same way.
///
/// A null `out` asks for a new array. Scalars are weak: they lift only the kind of the array's
/// dtype.
public interface Operators {
  /// A unary operation.
  NDArray apply(Operator operator, NDArray a, NDArray out);

  /// A binary operation with broadcasting.
  NDArray apply(Operator operator, NDArray a, NDArray b, NDArray out);

  /// A binary operation with a weak floating-point scalar.
  NDArray apply(Operator operator, NDArray a, double b, NDArray out);

  /// A binary operation with a weak integer scalar.
  NDArray apply(Operator operator, NDArray a, long b, NDArray out);

  /// A reduction.
  NDArray reduce(Reduction reduction, NDArray a, Axes axes, NDArray out);

  /// The running sums or products along an axis.
  NDArray cumulate(Reduction reduction, NDArray a, int axis);

  /// Limits elements from both sides; a null is no limit.
  NDArray clip(NDArray a, NDArray low, NDArray high, NDArray out);

  /// The same with weak numbers.
  NDArray clip(NDArray a, double low, double high);

  /// The same with weak integers.
  NDArray clip(NDArray a, long low, long high);

  /// Rounds to a number of decimals.
  NDArray round(NDArray a, int decimals);

  /// Sorts along an axis, in place.
  void sort(NDArray a, int axis);

  /// The positions that sort along an axis.
  NDArray argsort(NDArray a, int axis);

  /// Partitions along the last axis, in place.
  void partition(NDArray a, long kth);

  /// The positions that partition along the last axis.
  NDArray argpartition(NDArray a, long kth);

  /// Where each element of `v` belongs in sorted `a`.
  NDArray searchsorted(NDArray a, NDArray v);

  /// The provider that is present.
  ///
  /// @throws IllegalStateException if there is none
  static Operators get() {
    return Holder.PROVIDER;
  }

  /// Finds the provider at first use.
  final class Holder {
    private static final Operators PROVIDER = find();

    private Holder() {}

    private static Operators find() {
      ClassLoader loader = Operators.class.getClassLoader();
      if (!Operators.class.getModule().isNamed()) {
        // on the class path a service loader opens and searches all jars, which takes a fresh
        // process 10 ms
        try {
          return (Operators)
              Class.forName("io.lanewise.ufunc.operators.OperatorProvider", true, loader)
                  .getDeclaredConstructor()
                  .newInstance();
        } catch (ReflectiveOperationException notThere) {
          // the service loader says so
        }
      }
      return ServiceLoader.load(Operators.class, loader)
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalStateException(
                      "no operations: put the module io.lanewise.ufunc on the path"));
    }
  }
}
