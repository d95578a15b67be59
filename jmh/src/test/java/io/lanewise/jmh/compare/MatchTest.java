package io.lanewise.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest {
  private static final Match SHORT = new Match(0, 1_000, 5);

  @Test
  void theMedianOfAnEvenCountIsTheMiddle() {
    assertThat(Match.median(4, 1, 2, 9)).isEqualTo(3);
    assertThat(Match.median(9, 1, 2)).isEqualTo(2);
  }

  @Test
  void timesArePerCallAndTheFastestWayCounts() {
    Batch ours = count -> 10 * count;
    Match.Times times = SHORT.play(ours, List.of(count -> 50 * count, count -> 30 * count));
    assertThat(times.ours()).isCloseTo(10, within(1e-9));
    assertThat(times.peer()).isCloseTo(30, within(1e-9));
  }

  @Test
  void everyCaseHasALoopClassOfItsOwn() {
    assertThat(Loop.of(() -> 1).getClass()).isNotEqualTo(Loop.of(() -> 2).getClass());
  }
}
