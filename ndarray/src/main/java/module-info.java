/// The n-dimensional array and the engine that its operations run on.
@SuppressWarnings("module") // the modules above are compiled later
module io.lanewise.ndarray {
  requires jdk.incubator.vector;
  requires jdk.management; // bytes allocated by a thread: how a lane loop shows that it is compiled
  requires static jdk.jfr;

  exports io.lanewise.ndarray;
  exports io.lanewise.ndarray.random;
  exports io.lanewise.ndarray.spi to
      io.lanewise.ufunc;
  exports io.lanewise.ndarray.events to
      io.lanewise.ufunc,
      io.lanewise.linalg,
      io.lanewise.optimize,
      io.lanewise.memmap;
  exports io.lanewise.ndarray.kernel to
      io.lanewise.ufunc,
      io.lanewise.linalg,
      io.lanewise.optimize,
      io.lanewise.memmap,
      io.lanewise.jmh,
      io.lanewise.docs;

  uses io.lanewise.ndarray.spi.Operators;
}
