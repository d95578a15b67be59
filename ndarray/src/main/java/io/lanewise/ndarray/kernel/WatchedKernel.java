package io.lanewise.ndarray.kernel;

/// A lane loop for one call, which looks whether the loop makes vector objects. C2 may compile a
/// loop anew at any time, and in a process that has done much else by then it may box where it did
/// not before: floor_divide of integers by a number took 13 ns an element for 0.5 after 700 other
/// cases had run.
final class WatchedKernel extends Kernel {
  private final KernelSlot slot;
  private final Kernel lanes;

  WatchedKernel(KernelSlot slot, Kernel lanes) {
    this.slot = slot;
    this.lanes = lanes;
  }

  @Override
  public void flat2(Object a, long ao, Object b, long bo, int n) {
    long before = Hardware.allocatedBytes();
    lanes.flat2(a, ao, b, bo, n);
    slot.watched(lanes, Hardware.allocatedBytes() - before, n);
  }

  @Override
  public void flat3(Object a, long ao, Object b, long bo, Object c, long co, int n) {
    long before = Hardware.allocatedBytes();
    lanes.flat3(a, ao, b, bo, c, co, n);
    slot.watched(lanes, Hardware.allocatedBytes() - before, n);
  }

  @Override
  public void rows(
      Object[] base, long[] offset, long[] rowStep, long[] columnStep, long rows, int n) {
    long before = Hardware.allocatedBytes();
    lanes.rows(base, offset, rowStep, columnStep, rows, n);
    slot.watched(lanes, Hardware.allocatedBytes() - before, rows * n);
  }
}
