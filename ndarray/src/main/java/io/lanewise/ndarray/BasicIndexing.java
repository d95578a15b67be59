package io.lanewise.ndarray;

import java.util.ArrayList;
import java.util.List;

/// Parses the string form of a basic index and applies an index to a layout. Arrays and masks are
/// not for here: see [AdvancedIndexing].
final class BasicIndexing {
  private BasicIndexing() {}

  /// Parses Python's notation: `"1:, ::-1, ..., None, 3"`.
  static Index[] parse(String text) {
    List<Index> parts = new ArrayList<>();
    if (text.isBlank()) {
      throw malformed(text);
    }
    for (String part : text.split(",", -1)) {
      parts.add(parsePart(part.strip(), text));
    }
    return parts.toArray(Index[]::new);
  }

  private static Index parsePart(String part, String text) {
    if (part.equals("...")) {
      return Index.ellipsis();
    }
    if (part.equals("None") || part.equals("newaxis")) {
      return Index.newAxis();
    }
    if (!part.contains(":")) {
      Long position = number(part, text);
      if (position == null) {
        throw malformed(text);
      }
      return Index.at(position);
    }
    String[] numbers = part.split(":", -1);
    if (numbers.length > 3) {
      throw malformed(text);
    }
    Long step = numbers.length == 3 ? number(numbers[2].strip(), text) : null;
    return new Index.Slice(
        number(numbers[0].strip(), text),
        number(numbers[1].strip(), text),
        step == null ? 1 : step);
  }

  private static Long number(String digits, String text) {
    if (digits.isEmpty()) {
      return null;
    }
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
  }

  private static IndexingException malformed(String text) {
    return new IndexingException(
        "only integers, slices (`:`), ellipsis (`...`) and newaxis (`None`) are valid indices: \""
            + text
            + "\"");
  }

  /// Integers as parts of an index.
  static Index[] positions(long... positions) {
    Index[] parts = new Index[positions.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Index.at(positions[i]);
    }
    return parts;
  }

  private static IllegalStateException advanced() {
    return new IllegalStateException("an array or mask in a basic index");
  }

  /// The layout of the view, or null where a part of the index is an array or mask.
  static Layout apply(Layout layout, Index... index) {
    int consumed = 0;
    int ellipses = 0;
    int added = 0;
    for (Index part : index) {
      switch (part) {
        case Index.Slice slice -> {
          consumed++;
          added++;
        }
        case Index.At at -> consumed++;
        case Index.NewAxis axis -> added++;
        case Index.Ellipsis ellipsis -> ellipses++;
        case Index.Positions positions -> {
          return null;
        }
        case Index.Mask mask -> {
          return null;
        }
      }
    }
    if (ellipses > 1) {
      throw new IndexingException("an index can only have a single ellipsis ('...')");
    }
    int rest = layout.ndim() - consumed;
    if (rest < 0) {
      throw IndexingException.tooMany(layout.ndim(), consumed);
    }
    long offset = layout.offset();
    long[] shape = new long[added + rest];
    long[] strides = new long[added + rest];
    int from = 0;
    int to = 0;
    for (Index part : index) {
      switch (part) {
        case Index.Slice slice -> {
          long length = layout.shape(from);
          long first = slice.first(length);
          long count = slice.count(length, first);
          shape[to] = count;
          strides[to] = count > 1 ? layout.stride(from) * slice.step() : layout.stride(from);
          if (count > 0) {
            offset += first * layout.stride(from);
          }
          from++;
          to++;
        }
        case Index.At at -> {
          offset += Shapes.index(at.position(), from, layout.shape(from)) * layout.stride(from);
          from++;
        }
        case Index.NewAxis axis -> shape[to++] = 1;
        case Index.Positions positions -> throw advanced();
        case Index.Mask mask -> throw advanced();
        case Index.Ellipsis ellipsis -> {
          for (int i = 0; i < rest; i++, from++, to++) {
            shape[to] = layout.shape(from);
            strides[to] = layout.stride(from);
          }
        }
      }
    }
    for (; from < layout.ndim(); from++, to++) {
      shape[to] = layout.shape(from);
      strides[to] = layout.stride(from);
    }
    if (shape.length > Layout.MAX_DIMENSIONS) {
      Shapes.checked(shape);
    }
    // the storage of an empty array has no such positions
    return Layout.owning(layout.size() == 0 ? layout.offset() : offset, shape, strides);
  }
}
