package io.lanewise.ndarray;

/// A function of an array and one of its axes, such as a sum along it.
@FunctionalInterface
public interface AxisFunction {
  NDArray apply(NDArray a, int axis);
}
