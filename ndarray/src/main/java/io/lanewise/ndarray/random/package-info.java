/// Random numbers: NumPy's generators, streams and distributions.
///
/// Start with [io.lanewise.ndarray.random.Generator], `np.random.default_rng`. It draws from a
/// [io.lanewise.ndarray.random.BitGenerator], a stream of 64-bit words, which a
/// [io.lanewise.ndarray.random.SeedSequence] seeds.
///
/// ```java
/// Generator rng = Generator.of(12345);
/// NDArray noise = rng.normal(0, 0.1, 1000);
/// Generator[] perThread = rng.spawn(8);
/// ```
///
/// The same seed gives the same numbers as NumPy: words, integers, uniform numbers, shuffles and
/// choices bit for bit, the others to the last digits, at the same position of the stream. Where
/// logarithms and the like enter, those of [StrictMath] are used, whose results the Java
/// specification fixes, so that a stream is the same on every machine and for ever.
/// [io.lanewise.ndarray.random.RandomState] is NumPy's older generator, which published examples
/// use.
///
/// Nothing here may be used by several threads at a time: spawn a generator for each.
package io.lanewise.ndarray.random;
