package io.lanewise.ndarray;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/// An array cut into blocks that tile it, in C order, the last one along an axis being shorter
/// where the length is no multiple. All are views: writing to a block writes to the array.
///
/// With an overlap each block is also given with so many elements more on each side, as far as the
/// array goes, which is what stencils need:
///
/// ```java
/// for (Blocks.Block block : Iterating.blocks(image, new long[] {256, 256}, 1, 1)) {
///   smooth(block.extended(), out.get(block.where()));
/// }
/// ```
public final class Blocks implements Iterable<Blocks.Block> {
  private final NDArray array;
  private final long[] shape;
  private final long[] overlap;
  private final long[] grid;

  /// One block.
  ///
  /// @param index its place among the blocks
  /// @param start the index of its first element in the array
  /// @param interior the block itself
  /// @param extended the block with the overlap around it; the same view where there is none
  /// @param lead where the block begins in the extended one
  public record Block(long[] index, long[] start, NDArray interior, NDArray extended, long[] lead) {
    /// The slices that cut the block out of an array of the same shape.
    public Index[] where() {
      Index[] slices = new Index[start.length];
      for (int axis = 0; axis < slices.length; axis++) {
        slices[axis] = Index.slice(start[axis], start[axis] + interior.shape(axis));
      }
      return slices;
    }
  }

  Blocks(NDArray array, long[] shape, long... overlap) {
    int ndim = array.ndim();
    if (shape.length != ndim || overlap.length != ndim) {
      throw new ShapeException(
          "blocks: an array of shape "
              + Shapes.toString(array.shape())
              + " needs a block length and an overlap for each axis, not "
              + Shapes.toString(shape)
              + " and "
              + Shapes.toString(overlap));
    }
    this.array = array;
    this.shape = shape.clone();
    this.overlap = overlap.clone();
    this.grid = new long[ndim];
    for (int axis = 0; axis < ndim; axis++) {
      if (shape[axis] < 1 || overlap[axis] < 0) {
        throw new IllegalArgumentException(
            "blocks: lengths must be positive and overlaps not negative, not "
                + Shapes.toString(shape)
                + " and "
                + Shapes.toString(overlap));
      }
      grid[axis] = Math.ceilDiv(array.shape(axis), shape[axis]);
    }
  }

  /// How many blocks there are along each axis.
  public long[] grid() {
    return grid.clone();
  }

  /// How many blocks there are.
  public long size() {
    return Shapes.size(grid);
  }

  /// The block at a place among the blocks, counted from the end where negative.
  ///
  /// @throws IndexOutOfBoundsException if there is no such block
  public Block get(long... index) {
    if (index.length != grid.length) {
      throw IndexingException.notOneForEachAxis(grid.length, index.length);
    }
    int ndim = grid.length;
    long[] place = new long[ndim];
    long[] start = new long[ndim];
    long[] lead = new long[ndim];
    Index[] inner = new Index[ndim];
    Index[] outer = new Index[ndim];
    for (int axis = 0; axis < ndim; axis++) {
      place[axis] = Shapes.index(index[axis], axis, grid[axis]);
      long length = array.shape(axis);
      start[axis] = place[axis] * shape[axis];
      lead[axis] = Math.min(start[axis], overlap[axis]);
      // without overflow where a block is longer than the array
      long end = start[axis] + Math.min(shape[axis], length - start[axis]);
      inner[axis] = Index.slice(start[axis], end);
      outer[axis] =
          Index.slice(start[axis] - lead[axis], end + Math.min(overlap[axis], length - end));
    }
    NDArray interior = array.get(inner);
    boolean alone = Arrays.stream(overlap).allMatch(n -> n == 0);
    return new Block(place, start, interior, alone ? interior : array.get(outer), lead);
  }

  @Override
  public Iterator<Block> iterator() {
    IndexCursor cursor = Iterating.ndindex(grid);
    return new Iterator<>() {
      private boolean ready = cursor.next();

      @Override
      public boolean hasNext() {
        return ready;
      }

      @Override
      public Block next() {
        if (!ready) {
          throw new NoSuchElementException("there are " + size() + " blocks");
        }
        Block block = get(cursor.index());
        ready = cursor.next();
        return block;
      }
    };
  }
}
