package io.lanewise.ndarray;

/// An axis that the array does not have. NumPy's AxisError is both a ValueError and an IndexError;
/// here it is the latter.
public final class AxisException extends IndexOutOfBoundsException {
  private static final long serialVersionUID = 1L;

  public AxisException(int axis, int ndim) {
    super("axis " + axis + " is out of bounds for array of dimension " + ndim);
  }
}
