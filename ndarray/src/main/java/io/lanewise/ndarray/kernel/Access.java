package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.lang.foreign.MemorySegment;

/// How a kernel reaches one operand. Everything else (other dtypes, odd buffers, strides under
/// heavy bodies) is staged through a tile and reaches the kernel as an ARRAY.
public enum Access {
  /// Consecutive elements of a primitive array; offsets count elements.
  ARRAY,
  /// Consecutive elements of a native or mapped segment; offsets count bytes.
  SEGMENT,
  /// One value for the whole row: an element of an array or segment, or, with a null base, the raw
  /// bits in the offset.
  REPEATED,
  /// Every second element of a primitive array of floating-point numbers; the operand after it, or
  /// before it, has the elements between. Real and imaginary parts of complex numbers lie so: both
  /// come of the same vectors.
  PAIRED,
  /// Every second element of a primitive array. With a step that is a literal C2 checks indices
  /// before the loop and not in it.
  EVERY_SECOND,
  /// Every fourth element of a primitive array.
  EVERY_FOURTH;

  /// The step of a loop over an array.
  int step() {
    return switch (this) {
      case PAIRED, EVERY_SECOND -> 2;
      case EVERY_FOURTH -> 4;
      default -> 1;
    };
  }

  /// Whether the operand is an array.
  boolean isArray() {
    return this != SEGMENT && this != REPEATED;
  }

  /// Whether there are lane loops with this access.
  boolean hasLanes() {
    return this != EVERY_SECOND && this != EVERY_FOURTH;
  }

  /// Whether kernels read and write the elements of `a` where they are, given steps they can
  /// follow.
  ///
  /// Mapped memory is not: when a file shrinks under its mapping, a vector access that C2 compiled
  /// outside of a kernel (as happens while a kernel runs interpreted after a deoptimisation) ends
  /// the JVM, where a copy through a tile throws an InternalError in every state of the code.
  static boolean isInPlace(NDArray a) {
    if (!LaneType.isDirect(a.dtype())) {
      return false;
    }
    MemorySegment segment = a.storage().segment();
    return segment == null
        || (a.dtype() != DType.BOOL && segment.isNative() && !segment.isMapped());
  }
}
