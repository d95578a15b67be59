package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.events.Events;
import java.lang.foreign.MemorySegment;

/// Makes results independent of shared memory: an input that overlaps an output, other than element
/// by element, is copied before anything is written.
public final class Overlap {
  private Overlap() {}

  /// The operands with such inputs replaced by copies; the same array where there are none.
  ///
  /// @throws IllegalArgumentException if two outputs overlap
  static NDArray[] resolve(Program program, NDArray[] operands) {
    NDArray[] result = operands;
    int inputs = program.inputs().size();
    for (int out = inputs; out < operands.length; out++) {
      for (int k = 0; k < inputs; k++) {
        NDArray in = result[k];
        if (in != null && conflict(in, operands[out])) {
          if (result == operands) {
            result = operands.clone();
          }
          Events.hiddenCopy(program.name(), "an input overlaps the output", in.size());
          result[k] = in.copy();
        }
      }
      for (int other = out + 1; other < operands.length; other++) {
        if (mayShareMemory(operands[other], operands[out])) {
          throw new IllegalArgumentException(program.name() + ": two outputs share memory");
        }
      }
    }
    return result;
  }

  /// `in`, or a copy of it where it overlaps `out` other than element by element.
  public static NDArray separate(String name, NDArray in, NDArray out) {
    if (!conflict(in, out)) {
      return in;
    }
    Events.hiddenCopy(name, "an input overlaps the output", in.size());
    return in.copy();
  }

  private static boolean conflict(NDArray in, NDArray out) {
    return mayShareMemory(in, out)
        && !(in.dtype() == out.dtype()
            && in.storage().base() == out.storage().base()
            && in.layout().sameElements(out.layout()));
  }

  /// Whether the memory between the first and the last element of each has bytes in common.
  public static boolean mayShareMemory(NDArray a, NDArray b) {
    Object x = a.storage().base();
    Object y = b.storage().base();
    if (a.size() == 0 || b.size() == 0) {
      return false;
    }
    if (x == y) {
      // in bytes: two dtypes may share a segment
      long p = a.dtype().itemSize();
      long q = b.dtype().itemSize();
      return a.low() * p < (b.high() + 1) * q && b.low() * q < (a.high() + 1) * p;
    }
    if (!(x instanceof MemorySegment) && !(y instanceof MemorySegment)) {
      return false;
    }
    if (isNative(x) != isNative(y)) {
      return false;
    }
    if (x instanceof MemorySegment s
        && y instanceof MemorySegment t
        && s.isNative()
        && t.isNative()) {
      // by addresses: an output off the heap should cost no garbage
      return first(a, s) < last(b, t) && first(b, t) < last(a, s);
    }
    MemorySegment s = part(a, x);
    MemorySegment t = part(b, y);
    return s != null && t != null && s.asOverlappingSlice(t).isPresent();
  }

  private static boolean isNative(Object base) {
    return base instanceof MemorySegment segment && segment.isNative();
  }

  /// The address of the first element.
  private static long first(NDArray a, MemorySegment segment) {
    return segment.address() + a.low() * a.dtype().itemSize();
  }

  /// The address behind the last element.
  private static long last(NDArray a, MemorySegment segment) {
    return segment.address() + (a.high() + 1) * a.dtype().itemSize();
  }

  /// The memory from the first to the last element; null for a `boolean[]`, over which there are no
  /// segments.
  private static MemorySegment part(NDArray a, Object base) {
    MemorySegment segment =
        switch (base) {
          case byte[] array -> MemorySegment.ofArray(array);
          case short[] array -> MemorySegment.ofArray(array);
          case int[] array -> MemorySegment.ofArray(array);
          case long[] array -> MemorySegment.ofArray(array);
          case float[] array -> MemorySegment.ofArray(array);
          case double[] array -> MemorySegment.ofArray(array);
          case MemorySegment given -> given;
          default -> null;
        };
    long width = a.dtype().itemSize();
    return segment == null
        ? null
        : segment.asSlice(a.low() * width, (a.high() - a.low() + 1) * width);
  }
}
