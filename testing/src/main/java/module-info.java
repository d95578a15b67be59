/// Assertions on arrays, with NumPy's reports of what differs.
module io.lanewise.testing {
  requires transitive io.lanewise.ndarray;
  requires io.lanewise.ufunc;
  requires static transitive org.assertj.core;

  exports io.lanewise.testing;
}
