package io.lanewise.ndarray;

/// An axis that the array does not have. NumPy's AxisError is both a ValueError and an IndexError;
/// here it is the latter.
public final class AxisException extends IndexOutOfBoundsException {
  private static final long serialVersionUID = 1L;

  public AxisException(int axis, int ndim) {
    this("", axis, ndim);
  }

  /// With the name of the argument in front, such as `axis2: `.
  AxisException(String argument, int axis, int ndim) {
    super(argument + "axis " + axis + " is out of bounds for array of dimension " + ndim);
  }

  AxisException(String message) {
    super(message);
  }
}
