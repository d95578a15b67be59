package io.lanewise.ndarray;

/// Assignment to the elements that a mask names.
final class MaskedCopy {
  private MaskedCopy() {}

  static void copyto(NDArray target, NDArray source, Casting casting, NDArray where) {
    casting.require(source.dtype(), target.dtype());
    Casting.SAFE.require(where.dtype(), DType.BOOL);
    target.requireWriteable();
    if (!where.layout().broadcastsTo(target.layout())) {
      throw new BroadcastException(
          "copyto: could not broadcast where mask from shape "
              + Shapes.toString(where.shape())
              + " into shape "
              + Shapes.toString(target.shape()));
    }
    NDArray fitting = Assignment.withoutLeadingOnes(source, target);
    if (target.size() > 0) {
      Assignment.assignWhere(fitting, where, target);
    }
  }
}
