package io.lanewise.jmh.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.jmh.fuzz.Metaspace.Reading;
import org.junit.jupiter.api.Test;

class MetaspaceTest {
  private static final long CLASSES = 10_000;

  private static Metaspace metaspace(long classesMore, long bytesMore, boolean full) {
    Metaspace metaspace = new Metaspace();
    for (int i = 1; i <= 12; i++) {
      long bytes = 100_000_000 + i * bytesMore;
      metaspace.add(new Reading(10_000 * i, CLASSES + i * classesMore, bytes, full));
    }
    return metaspace;
  }

  @Test
  void whatStaysLevelIsNoGrowth() {
    assertThat(metaspace(0, 0, true).growth()).isNull();
    assertThat(metaspace(100, 0, true).growth()).isNull();
    assertThat(metaspace(-100, -100, true).growth()).isNull();
  }

  @Test
  void whatGoesOnGrowingIsFound() {
    // from reading 5 to reading 11 on the mean
    assertThat(metaspace(300, 0, true).growth())
        .isEqualTo("loaded classes grow without bound: 11500, then 13300");
    assertThat(metaspace(0, 3_000_000, true).growth()).startsWith("bytes of metaspace grow");
  }

  @Test
  void aCacheThatFillsMayGrow() {
    assertThat(metaspace(5_000, 0, false).growth()).isNull();
  }

  @Test
  void warmingUpMayTakeTheFirstQuarter() {
    Metaspace metaspace = new Metaspace();
    for (int i = 0; i < 12; i++) {
      metaspace.add(new Reading(10_000 * i, i < 3 ? 1 : CLASSES, 1, true));
    }
    assertThat(metaspace.isJudged()).isTrue();
    assertThat(metaspace.growth()).isNull();
  }

  @Test
  void fewReadingsSayNothing() {
    Metaspace metaspace = new Metaspace();
    for (int i = 0; i < 3; i++) {
      metaspace.add(new Reading(100_000 * i, CLASSES << i, 1, true));
    }
    assertThat(metaspace.isJudged()).isFalse();
    assertThat(metaspace.growth()).isNull();
  }

  @Test
  void shortRunsSayNothing() {
    Metaspace metaspace = new Metaspace();
    for (int i = 0; i < 12; i++) {
      metaspace.add(new Reading(5_000 * i, CLASSES << i, 1, true));
    }
    assertThat(metaspace.isJudged()).isFalse();
    assertThat(metaspace.growth()).isNull();
  }

  @Test
  void aReadingSeesThisJvm() {
    Reading now = Reading.now(7);
    assertThat(now.classes()).isGreaterThan(500);
    assertThat(now.bytes()).isGreaterThan(1_000_000);
    assertThat(now.toString()).contains("7 expressions").contains("MB of metaspace");
  }
}
