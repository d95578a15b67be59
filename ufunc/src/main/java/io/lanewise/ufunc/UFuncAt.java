package io.lanewise.ufunc;

import io.lanewise.ndarray.BroadcastException;
import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Index;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ReadOnlyArrayException;
import io.lanewise.ndarray.Shapes;
import io.lanewise.ndarray.kernel.KernelSlot;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Overlap;

/// Calls in place on chosen elements, one after another, so that an element that is chosen twice is
/// computed twice.
final class UFuncAt {
  private final UFunc function;
  private final NDArray target;
  private final NDArray positions;

  /// @param a whose elements are replaced
  UFuncAt(UFunc function, NDArray a, Index... index) {
    if (!a.isWriteable()) {
      throw new ReadOnlyArrayException("output array is read-only: " + function.name() + ".at");
    }
    this.function = function;
    this.target = a;
    this.positions = NDArray.arange(a.size()).reshape(a.shape()).get(index);
  }

  void run() {
    NDArray flat = target.isContiguous() ? target.reshape(-1) : target.copy().reshape(-1);
    NDArray chosen = positions.reshape(-1);
    function.call(flat.get("0:0")).run();
    for (long i = 0; i < chosen.size(); i++) {
      long at = chosen.getLong(i);
      NDArray element = flat.get(Index.slice(at, at + 1));
      function.call(element).out(element).casting(Casting.UNSAFE).run();
    }
    finish(flat);
  }

  void run(NDArray b) {
    if (!b.layout().broadcastsTo(positions.layout())) {
      throw new BroadcastException(
          "array is not broadcastable to correct shape: "
              + Shapes.toString(b.shape())
              + " to "
              + Shapes.toString(positions.shape())
              + " in "
              + function.name()
              + ".at");
    }
    NDArray flat = target.isContiguous() ? target.reshape(-1) : target.copy().reshape(-1);
    NDArray chosen = positions.reshape(-1);
    NDArray second = b.broadcastTo(positions.shape()).reshape(-1);
    if (Overlap.mayShareMemory(target, second)) {
      second = second.copy();
    }
    DType result = function.call(flat.get("0:0"), second.get("0:0")).run().dtype();
    // a comparison does not take its inputs as the bools it gives
    boolean sameLoop = function.loopTypes() != LoopTypes.COMPARISON || second.dtype() == DType.BOOL;
    if (sameLoop
        && result == flat.dtype()
        && LaneType.isDirect(result)
        && flat.storage().array() != null) {
      NDArray values =
          second.dtype() == result && second.isContiguous() ? second : second.astype(result).copy();
      KernelSlot kernel = function.kernels().fold(result).slot(0);
      Object elements = flat.storage().array();
      Object operands = values.storage().array();
      if (operands != null) {
        for (long i = 0; i < chosen.size(); i++) {
          long at = flat.offset() + chosen.getLong(i);
          kernel.flat3(elements, at, operands, values.offset() + i, elements, at, 1);
        }
        finish(flat);
        return;
      }
    }
    for (long i = 0; i < chosen.size(); i++) {
      long at = chosen.getLong(i);
      NDArray element = flat.get(Index.slice(at, at + 1));
      NDArray value = second.get(Index.slice(i, i + 1));
      function.call(element, value).out(element).casting(Casting.UNSAFE).run();
    }
    finish(flat);
  }

  private void finish(NDArray flat) {
    if (!target.isContiguous()) {
      target.set(flat.reshape(target.shape()));
    }
  }
}
