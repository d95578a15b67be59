package io.lanewise.linalg;

import io.lanewise.ndarray.NDArray;

/// A reduced QR decomposition A = Q R of an m x n matrix, or a stack of them, with k = min(m, n).
///
/// @param q m x k, with orthonormal columns
/// @param r k x n, zero below the diagonal; diagonal elements may have either sign
public record Qr(NDArray q, NDArray r) {}
