/// Matrix products, decompositions and solvers.
module io.lanewise.linalg {
  requires transitive io.lanewise.ndarray;
  requires jdk.incubator.vector;

  exports io.lanewise.linalg;
}
