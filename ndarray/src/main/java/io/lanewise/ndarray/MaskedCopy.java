package io.lanewise.ndarray;

/// Assignment to the elements that a mask names.
final class MaskedCopy {
  private MaskedCopy() {}

  static void copyto(NDArray target, NDArray source, Casting casting, NDArray where) {
    casting.require(source.dtype(), target.dtype());
    Casting.SAFE.require(where.dtype(), DType.BOOL);
    if (!target.isWriteable()) {
      throw new ReadOnlyArrayException("assignment destination is read-only");
    }
    if (!where.layout().broadcastsTo(target.layout())) {
      throw new BroadcastException(
          "copyto: could not broadcast where mask from shape "
              + Shapes.toString(where.shape())
              + " into shape "
              + Shapes.toString(target.shape()));
    }
    // all of the source in the target's dtype, and the runs of the mask in the target's C order
    NDArray values = NDArray.empty(target.dtype(), target.shape());
    values.set(source);
    boolean[] mask = Selections.truth(where.broadcastTo(target.shape()));
    boolean flat = target.isContiguous();
    NDArray result = (flat ? target : target.copy()).reshape(-1);
    NDArray from = values.reshape(-1);
    for (int i = 0; i < mask.length; i++) {
      int end = i;
      while (end < mask.length && mask[end]) {
        end++;
      }
      if (end > i) {
        result.slice(i, end - i).set(from.slice(i, end - i));
        i = end;
      }
    }
    if (!flat) {
      target.set(result.reshape(target.shape()));
    }
  }
}
