package io.lanewise.ndarray.random;

import io.lanewise.ndarray.NDArray;

/// How [Generator#choice(NDArray, Choice, long...)] draws: with or without replacement, with which
/// probabilities, along which axis. Immutable; each method gives a changed copy.
///
/// ```java
/// rng.choice(100, Choice.withoutReplacement(), 5);
/// rng.choice(letters, Choice.withReplacement().p(NDArray.of(0.2, 0.5, 0.3)), 2, 3);
/// ```
public final class Choice {
  private static final Choice WITH = new Choice(true, null, 0, true);
  private static final Choice WITHOUT = new Choice(false, null, 0, true);

  private final boolean replace;
  private final NDArray p;
  private final int axis;
  private final boolean shuffle;

  private Choice(boolean replace, NDArray p, int axis, boolean shuffle) {
    this.replace = replace;
    this.p = p;
    this.axis = axis;
    this.shuffle = shuffle;
  }

  /// An element may be drawn again and again: NumPy's default.
  public static Choice withReplacement() {
    return WITH;
  }

  /// An element is drawn at most once.
  public static Choice withoutReplacement() {
    return WITHOUT;
  }

  /// With probabilities for the elements, a 1-D array that sums to 1, instead of equal ones.
  public Choice p(NDArray probabilities) {
    return new Choice(replace, probabilities, axis, shuffle);
  }

  /// With probabilities for the elements.
  public Choice p(double... probabilities) {
    return p(NDArray.of(probabilities));
  }

  /// Draws sub-arrays along an axis, instead of the first one.
  public Choice axis(int newAxis) {
    return new Choice(replace, p, newAxis, shuffle);
  }

  /// Without replacement and probabilities: whether the order is random too. Without, it is faster
  /// and the order is arbitrary.
  public Choice shuffle(boolean newShuffle) {
    return new Choice(replace, p, axis, newShuffle);
  }

  boolean replaces() {
    return replace;
  }

  NDArray probabilities() {
    return p;
  }

  int axis() {
    return axis;
  }

  boolean shuffles() {
    return shuffle;
  }
}
