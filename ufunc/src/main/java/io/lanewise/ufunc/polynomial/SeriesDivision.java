package io.lanewise.ufunc.polynomial;

import io.lanewise.ndarray.NDArray;

/// A quotient and what is left. Source: the pair that `numpy.polydiv` returns.
///
/// @param quotient its degree is the difference of the degrees
/// @param remainder its degree is below the divisor's
public record SeriesDivision(NDArray quotient, NDArray remainder) {}
