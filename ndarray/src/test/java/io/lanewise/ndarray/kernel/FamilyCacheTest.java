package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.Body.Value;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The cache of kernels stays within its limit, keeps what is used, and lets classes go.
class FamilyCacheTest {
  private static final int LIMIT = 64;

  @Test
  void programsThatWereNotUsedForLongestGo() {
    FamilyCache cache = new FamilyCache(LIMIT);
    KernelFamily favourite = cache.get(program(0));
    for (int i = 1; i < 10 * LIMIT; i++) {
      cache.get(program(i));
      assertThat(cache.get(program(0))).isSameAs(favourite);
      assertThat(cache.families()).hasSizeBetween(1, LIMIT);
    }
    KernelFamily last = cache.get(program(10 * LIMIT));
    assertThat(cache.get(program(10 * LIMIT))).isSameAs(last);
    assertThat(cache.families()).contains(favourite, last);
    assertThat(cache.evicted()).isEqualTo(10L * LIMIT + 1 - cache.families().size());
  }

  @Test
  void aLimitOfOneProgramWorks() {
    FamilyCache cache = new FamilyCache(1);
    for (int i = 0; i < 5; i++) {
      assertThat(cache.get(program(i)).program()).isEqualTo(program(i));
      assertThat(cache.families()).hasSize(1);
    }
  }

  @Test
  void aKernelThatIsHeldWorksAfterItsProgramIsGone() {
    FamilyCache cache = new FamilyCache(4);
    KernelFamily held = cache.get(program(1));
    for (int i = 2; i < 50; i++) {
      cache.get(program(i));
    }
    assertThat(cache.families()).doesNotContain(held);
    assertThat(value(held, 5)).isEqualTo(value(cache.get(program(1)), 5)).isEqualTo(10);
  }

  @Test
  void classesOfForgottenProgramsAreUnloaded() {
    assertClassesStayFew(3_000);
  }

  @Test
  @Tag("slow")
  void aHundredThousandProgramsLeaveNoMoreClasses() {
    assertClassesStayFew(100_000);
  }

  private static void assertClassesStayFew(int programs) {
    ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
    FamilyCache cache = new FamilyCache(LIMIT);
    value(cache.get(program(0)), 1);
    long before = classes.getLoadedClassCount();
    for (int i = 0; i < programs; i++) {
      assertThat(value(cache.get(program(i)), 3)).isEqualTo(expected(i, 3));
    }
    assertThat(classes.getTotalLoadedClassCount()).isGreaterThan(programs);
    long most = before + 10L * LIMIT;
    for (int attempt = 0; attempt < 20 && classes.getLoadedClassCount() > most; attempt++) {
      System.gc();
    }
    assertThat(classes.getLoadedClassCount()).isLessThanOrEqualTo((int) most);
  }

  @Test
  void manyThreadsGetTheKernelsOfTheirPrograms() throws Exception {
    FamilyCache cache = new FamilyCache(LIMIT);
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<Boolean>> threads = new ArrayList<>();
      for (int t = 0; t < 8; t++) {
        int thread = t;
        threads.add(
            pool.submit(
                () -> {
                  boolean right = true;
                  for (int i = 0; i < 600; i++) {
                    int number = (i * (thread % 2 == 0 ? 7 : 11) + thread) % (3 * LIMIT);
                    right &= value(cache.get(program(number)), 3) == expected(number, 3);
                  }
                  return right;
                }));
      }
      for (Future<Boolean> thread : threads) {
        assertThat(thread.get()).isTrue();
      }
    }
    assertThat(cache.families()).hasSizeLessThanOrEqualTo(LIMIT);
  }

  /// A structure of its own for every number: its bits say which of two operations comes next.
  private static Program program(int number) {
    Body body = new Body();
    Value x = body.input(LaneType.FLOAT64);
    Value value = x;
    for (int rest = number + 1; rest > 1; rest /= 2) {
      value = rest % 2 == 0 ? body.add(value, x) : body.mul(value, x);
    }
    body.output(value);
    return body.build("cached");
  }

  private static double expected(int number, double x) {
    double value = x;
    for (int rest = number + 1; rest > 1; rest /= 2) {
      value = rest % 2 == 0 ? value + x : value * x;
    }
    return value;
  }

  private static double value(KernelFamily family, double x) {
    double[] out = new double[1];
    family.slot(0).flat2(new double[] {x}, 0, out, 0, 1);
    return out[0];
  }
}
