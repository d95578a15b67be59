/// Scalar functions that generated kernels call: kernels stand in class loaders of their own, hence
/// the export. Not meant for callers.
package io.lanewise.ufunc.math.scalar;
