package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.KernelSlot.LaneState;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Lanes that begin to make vector objects after they have taken over give way.
class KernelSlotTest {
  private static final int N = 10_000;

  /// Calls that are more work than passes before a kernel gives way, and less than makes it hot
  /// again after that.
  private static final int CALLS = 95_000;

  private final double[] x = new double[N];
  private final double[] y = new double[N];

  /// What stands for a lane loop; it counts its calls.
  private static class Loop extends Kernel {
    protected int bytesPerCall;
    protected int calls;
    private Object made;

    Loop(int bytesPerCall) {
      this.bytesPerCall = bytesPerCall;
    }

    @Override
    public void flat2(Object a, long ao, Object b, long bo, int n) {
      calls++;
      made = bytesPerCall == 0 ? null : new byte[bytesPerCall];
    }

    @Override
    public void rows(
        Object[] base, long[] offset, long[] rowStep, long[] columnStep, long rows, int n) {
      flat2(base[0], 0, base[1], 0, n);
    }
  }

  private static KernelSlot slot() {
    Assumptions.assumeTrue(Hardware.hasLanes() && Hardware.allocatedBytes() >= 0, "needs lanes");
    Body b = new Body();
    Value a = b.input(LaneType.FLOAT64);
    b.output(b.add(a, b.constant(1.0)));
    return new KernelSlot(b.build("watched"), List.of(Access.ARRAY, Access.ARRAY), false);
  }

  private void call(KernelSlot slot) {
    for (int i = 0; i < CALLS; i++) {
      slot.flat2(x, 0, y, 0, N);
    }
  }

  @Test
  void aLoopThatMakesVectorsGivesWay() {
    KernelSlot slot = slot();
    Loop boxes = new Loop(3 * N);
    slot.finish(boxes);
    call(slot);
    assertThat(slot.relapses()).isEqualTo(1);
    assertThat(boxes.calls).isBetween(1, CALLS - 1);
    // the plain loop has run
    assertThat(y).containsOnly(1.0);
    assertThat(slot.state()).isNotEqualTo(LaneState.LANES);
  }

  @Test
  void aLoopThatMakesVectorsForAWhileStays() {
    KernelSlot slot = slot();
    Loop compiledAnew =
        new Loop(3 * N) {
          @Override
          public void flat2(Object a, long ao, Object b, long bo, int n) {
            super.flat2(a, ao, b, bo, n);
            if (calls == CALLS / 2) {
              bytesPerCall = 0;
            }
          }
        };
    slot.finish(compiledAnew);
    call(slot);
    assertThat(slot.relapses()).isZero();
    assertThat(compiledAnew.calls).isEqualTo(CALLS);
  }

  @Test
  void aLoopThatMakesSomeConstantsStays() {
    KernelSlot slot = slot();
    Loop constants = new Loop(800);
    slot.finish(constants);
    call(slot);
    assertThat(slot.relapses()).isZero();
    assertThat(slot.state()).isEqualTo(LaneState.LANES);
    assertThat(constants.calls).isEqualTo(CALLS);
  }

  @Test
  void whatWonAlthoughItMakesVectorsStays() {
    KernelSlot slot = slot();
    while (slot.postpone()) {
      assertThat(slot.state()).isEqualTo(LaneState.SCALAR);
    }
    Loop boxes = new Loop(3 * N);
    slot.finish(boxes);
    call(slot);
    assertThat(slot.relapses()).isZero();
    assertThat(boxes.calls).isEqualTo(CALLS);
  }
}
