package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;

/// What [numpy.modf](https://numpy.org/doc/stable/reference/generated/numpy.modf.html) gives: the
/// parts of a number behind and before the point, both with its sign.
public record FractionAndInteger(NDArray fraction, NDArray integer) {}
