package io.lanewise.ufunc;

import io.lanewise.ndarray.NDArray;

/// What [numpy.divmod](https://numpy.org/doc/stable/reference/generated/numpy.divmod.html) gives: a
/// // b and a % b.
public record QuotientAndRemainder(NDArray quotient, NDArray remainder) {}
