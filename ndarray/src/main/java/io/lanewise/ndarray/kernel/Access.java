package io.lanewise.ndarray.kernel;

/// How a kernel reaches one operand. Everything else (other dtypes, odd buffers, strides under
/// heavy bodies) is staged through a tile and reaches the kernel as an ARRAY.
public enum Access {
  /// Consecutive elements of a primitive array; offsets count elements.
  ARRAY,
  /// Consecutive elements of a native or mapped segment; offsets count bytes.
  SEGMENT,
  /// One value for the whole row: an element of an array or segment, or, with a null base, the raw
  /// bits in the offset.
  REPEATED
}
