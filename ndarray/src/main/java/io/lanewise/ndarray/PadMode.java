package io.lanewise.ndarray;

/// What [Manipulation#pad] puts around an array: NumPy's `mode=` with its options.
///
/// Where an option may differ between axes and ends, it is an array that broadcasts to `(ndim, 2)`,
/// or pairs: none for the default, one for all axes or one for each; a pair may be one number for
/// both ends.
public sealed interface PadMode {
  /// One value.
  static PadMode constant(double value) {
    return new Constant(NDArray.scalar(value));
  }

  /// One value.
  static PadMode constant(long value) {
    return new Constant(NDArray.scalar(value));
  }

  /// One value, for complex arrays.
  static PadMode constant(Complex value) {
    return new Constant(ComplexParts.scalar(value));
  }

  /// A value for each axis and end, broadcast to `(ndim, 2)`.
  static PadMode constant(NDArray values) {
    return new Constant(values);
  }

  /// The element at the edge.
  static PadMode edge() {
    return new Edge();
  }

  /// Whatever is there; with new arrays, zeros.
  static PadMode empty() {
    return new Empty();
  }

  /// Equal steps from the edge to a value at the end.
  static PadMode linearRamp(double endValue) {
    return new LinearRamp(NDArray.scalar(endValue));
  }

  /// Equal steps from the edge to a complex value at the end.
  static PadMode linearRamp(Complex endValue) {
    return new LinearRamp(ComplexParts.scalar(endValue));
  }

  /// Equal steps from the edge to a value for each axis and end, broadcast to `(ndim, 2)`.
  static PadMode linearRamp(NDArray endValues) {
    return new LinearRamp(endValues);
  }

  /// The elements mirrored at the edge, which is not repeated.
  static PadMode reflect() {
    return new Mirror(false, Reflection.EVEN);
  }

  /// See [#reflect()].
  static PadMode reflect(Reflection type) {
    return new Mirror(false, type);
  }

  /// The elements mirrored behind the edge, which is repeated.
  static PadMode symmetric() {
    return new Mirror(true, Reflection.EVEN);
  }

  /// See [#symmetric()].
  static PadMode symmetric(Reflection type) {
    return new Mirror(true, type);
  }

  /// The elements from the other end, as if the array were a circle.
  static PadMode wrap() {
    return new Wrap();
  }

  /// The largest of the elements at the end; `statLength` says how many, all by default.
  static PadMode maximum(long[]... statLength) {
    return new Statistic(Statistic.Kind.MAXIMUM, statLength);
  }

  /// The mean of the elements at the end, rounded for an integer dtype.
  static PadMode mean(long[]... statLength) {
    return new Statistic(Statistic.Kind.MEAN, statLength);
  }

  /// The median of the elements at the end, rounded for an integer dtype.
  static PadMode median(long[]... statLength) {
    return new Statistic(Statistic.Kind.MEDIAN, statLength);
  }

  /// The smallest of the elements at the end.
  static PadMode minimum(long[]... statLength) {
    return new Statistic(Statistic.Kind.MINIMUM, statLength);
  }

  /// What a function writes to each vector.
  static PadMode function(PadFunction function) {
    return new Custom(function);
  }

  /// How elements are mirrored.
  enum Reflection {
    /// As they are.
    EVEN,
    /// Subtracted from twice the edge, so that a slope goes on.
    ODD
  }

  /// See [#constant(NDArray)].
  record Constant(NDArray values) implements PadMode {}

  /// See [#edge()].
  record Edge() implements PadMode {}

  /// See [#empty()].
  record Empty() implements PadMode {}

  /// See [#linearRamp(NDArray)].
  record LinearRamp(NDArray endValues) implements PadMode {}

  /// See [#reflect()] and [#symmetric()].
  record Mirror(boolean edgeRepeated, Reflection type) implements PadMode {}

  /// See [#wrap()].
  record Wrap() implements PadMode {}

  /// See [#maximum], [#mean], [#median] and [#minimum].
  record Statistic(Kind kind, long[][] lengths) implements PadMode {
    /// Of which kind.
    public enum Kind {
      MAXIMUM,
      MEAN,
      MEDIAN,
      MINIMUM
    }
  }

  /// See [#function].
  record Custom(PadFunction function) implements PadMode {}
}
