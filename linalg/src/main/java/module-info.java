/// Matrix products, decompositions and solvers.
module io.lanewise.linalg {
  requires transitive io.lanewise.ndarray;
  requires io.lanewise.ufunc; // the operators behind NDArray.multiply, which dot of a 0-d array is
  requires jdk.incubator.vector;

  exports io.lanewise.linalg;
}
