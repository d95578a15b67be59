/// Least squares and curve fitting by trust-region methods, on data of any size.
module io.lanewise.optimize {
  requires transitive io.lanewise.ufunc;
  requires transitive io.lanewise.linalg;
  requires static jdk.jfr;

  exports io.lanewise.optimize;
}
