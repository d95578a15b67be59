package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;

/// What [numpy.frexp](https://numpy.org/doc/stable/reference/generated/numpy.frexp.html) gives: x
/// is mantissa * 2^exponent, the mantissa from 0.5 to 1 in size, the exponent int32.
public record MantissaAndExponent(NDArray mantissa, NDArray exponent) {}
