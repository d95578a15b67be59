/// The operations on arrays: universal functions, reductions and fused expressions.
module io.lanewise.ufunc {
  requires transitive io.lanewise.ndarray;
  requires jdk.incubator.vector;

  exports io.lanewise.ufunc;
  exports io.lanewise.ufunc.fft;
  exports io.lanewise.ufunc.polynomial;
  // Generated kernels call these.
  exports io.lanewise.ufunc.math.scalar;

  provides io.lanewise.ndarray.spi.Operators with
      io.lanewise.ufunc.operators.OperatorProvider;
}
