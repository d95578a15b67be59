package io.lanewise.jmh.compare;

/// One call of the library, as a user would write it; the result keeps the compiler from dropping
/// the work.
@FunctionalInterface
interface Call {
  Object run();
}
