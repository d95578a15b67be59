/// Benchmarks with JMH, and comparisons with NumPy and SciPy. Open, because JMH looks into its
/// benchmarks.
open module io.lanewise.jmh {
  requires ejml.core;
  requires ejml.ddense;
  requires io.lanewise.linalg;
  requires io.lanewise.memmap;
  requires io.lanewise.ndarray;
  requires io.lanewise.optimize;
  requires io.lanewise.ufunc;
  requires java.management;
  requires jdk.unsupported; // JMH's own code uses sun.misc.Unsafe
  requires jmh.core;

  uses io.lanewise.jmh.compare.Library;
}
