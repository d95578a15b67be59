package io.lanewise.jmh.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void everyOptionIsRead() {
    Options options = Options.parse("--quick", "ufunc", "--filter", "add .*64", "--threads", "2");
    assertThat(options.suite()).isEqualTo("ufunc");
    assertThat(options.quick()).isTrue();
    assertThat(options.filter().pattern()).isEqualTo("add .*64");
    assertThat(options.threads()).isEqualTo(2);
  }

  @Test
  void theFitHasTwoThreadsUnlessToldOtherwise() {
    assertThat(Options.parse("fit").threads()).isEqualTo(2);
    assertThat(Options.parse("fit", "--threads", "1").threads()).isEqualTo(1);
    assertThat(Options.parse("ufunc").threads()).isEqualTo(1);
  }

  @Test
  void mistakesAreNamed() {
    refuses("a suite is missing");
    refuses("--fast", "ufunc", "--fast");
    refuses("--threads", "ufunc", "--threads");
    refuses("zero", "ufunc", "--threads", "zero");
    refuses("0", "ufunc", "--threads", "0");
    refuses("--filter", "ufunc", "--filter", "(");
    refuses("linalg", "ufunc", "linalg");
  }

  private static void refuses(String named, String... arguments) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse(arguments))
        .withMessageContaining(named);
  }
}
