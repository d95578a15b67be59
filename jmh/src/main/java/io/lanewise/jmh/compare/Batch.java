package io.lanewise.jmh.compare;

/// Something that can be timed: one side of a case.
@FunctionalInterface
interface Batch {
  /// Makes `count` calls in a row and gives the nanoseconds they took together.
  long nanos(long count);
}
