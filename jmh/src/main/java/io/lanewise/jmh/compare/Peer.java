package io.lanewise.jmh.compare;

import java.util.List;
import java.util.function.Supplier;

/// The other side of a case.
///
/// @param name begins with `numpy`, `scipy` or an artifact's name
/// @param ways ways to compute the same; the fastest one counts
/// @param value computes the result once, as numbers in C order, for the check
record Peer(String name, List<Batch> ways, Supplier<double[]> value) {}
