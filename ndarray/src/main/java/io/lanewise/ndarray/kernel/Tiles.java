package io.lanewise.ndarray.kernel;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Halves;
import io.lanewise.ndarray.Storage;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Tiles of [Elementwise#TILE] elements that stand in for operands a kernel cannot reach directly,
/// and the plain loops that fill them and empty them. A tile is an array of the dtype's carrier
/// type. Elements in a segment first move, unchanged, into an array of their own width; there is
/// one loop for each pair of element width and carrier, not one per dtype and storage.
public final class Tiles {
  private final Object[][] tiles = new Object[LaneType.values().length][KernelFamily.MAX_OPERANDS];
  private final Object[][] paired = new Object[LaneType.values().length][KernelFamily.MAX_OPERANDS];

  // elements of a segment on their way
  private static final ThreadLocal<Object[]> RAW =
      ThreadLocal.withInitial(
          () ->
              new Object[] {
                null,
                new byte[Elementwise.TILE],
                new short[Elementwise.TILE],
                null,
                new int[Elementwise.TILE],
                null,
                null,
                null,
                new long[Elementwise.TILE],
                new boolean[Elementwise.TILE],
                new float[Elementwise.TILE],
                new double[Elementwise.TILE]
              });

  /// The tile of operand `k` for elements of `type`.
  public Object tile(int k, LaneType type) {
    Object[] ofType = tiles[type.ordinal()];
    if (ofType[k] == null) {
      ofType[k] = array(type, Elementwise.TILE);
    }
    return ofType[k];
  }

  /// A new array of `n` elements of `type`.
  public static Object array(LaneType type, int n) {
    return switch (type) {
      case BOOL -> new boolean[n];
      case INT32 -> new int[n];
      case INT64 -> new long[n];
      case FLOAT32 -> new float[n];
      case FLOAT64 -> new double[n];
    };
  }

  /// The tile of operands `k` and `k + 1`, every second element for each.
  public Object pairedTile(int k, LaneType type) {
    Object[] ofType = paired[type.ordinal()];
    if (ofType[k] == null) {
      int n = 2 * Elementwise.TILE;
      ofType[k] = type == LaneType.FLOAT64 ? new double[n] : new float[n];
    }
    return ofType[k];
  }

  /// Fills a tile from `rows` rows of `n` columns, `at` being the first element's position and
  /// steps counting elements.
  public static void load(
      DType dtype, Object base, long at, long rowStep, long step, int rows, int n, Object tile) {
    if (rowStep == 0 && rows > 1) {
      // a broadcast row is read once; the filled part of the tile then doubles
      load(dtype, base, at, 0, step, 1, n, tile);
      int size = rows * n;
      for (int filled = n; filled < size; filled *= 2) {
        System.arraycopy(tile, 0, tile, filled, Math.min(filled, size - filled));
      }
      return;
    }
    if (base instanceof MemorySegment segment) {
      // a tile of the dtype's own type is filled at once
      boolean same = isSame(dtype);
      Object raw = same ? tile : raw(dtype);
      for (int row = 0; row < rows; row++) {
        SegmentRows.read(dtype, segment, at + row * rowStep, step, raw, row * n, n);
      }
      if (!same) {
        loadArray(dtype, raw, 0, n, 1, rows, n, tile);
      }
    } else {
      loadArray(dtype, base, (int) at, (int) rowStep, (int) step, rows, n, tile);
    }
  }

  /// Empties a tile into `rows` rows of `n` columns.
  public static void store(
      DType dtype, Object tile, Object base, long at, long rowStep, long step, int rows, int n) {
    if (base instanceof MemorySegment segment) {
      boolean same = isSame(dtype);
      Object raw = same ? tile : raw(dtype);
      if (!same) {
        storeArray(dtype, tile, raw, 0, n, 1, rows, n);
      }
      for (int row = 0; row < rows; row++) {
        SegmentRows.write(dtype, raw, row * n, segment, at + row * rowStep, step, n);
      }
    } else {
      storeArray(dtype, tile, base, (int) at, (int) rowStep, (int) step, rows, n);
    }
  }

  /// Whether a tile for `dtype` is an array of the elements as they lie in a segment.
  private static boolean isSame(DType dtype) {
    return LaneType.isDirect(dtype) && dtype != DType.BOOL;
  }

  private static Object raw(DType dtype) {
    return RAW.get()[
        switch (dtype) {
          case BOOL -> 9;
          case FLOAT32 -> 10;
          case FLOAT64 -> 11;
          default -> dtype.itemSize();
        }];
  }

  private static void loadArray(
      DType dtype, Object base, int at, int rowStep, int step, int rows, int n, Object tile) {
    for (int row = 0; row < rows; row++) {
      int from = at + row * rowStep;
      int to = row * n;
      switch (dtype) {
        case FLOAT64 -> copy((double[]) base, from, step, (double[]) tile, to, 1, n);
        case FLOAT32 -> copy((float[]) base, from, step, (float[]) tile, to, 1, n);
        case INT64, UINT64 -> copy((long[]) base, from, step, (long[]) tile, to, 1, n);
        case INT32 -> copy((int[]) base, from, step, (int[]) tile, to, 1, n);
        case BOOL -> copy((boolean[]) base, from, step, (boolean[]) tile, to, 1, n);
        case INT8 -> widen((byte[]) base, from, step, (int[]) tile, to, n, -1);
        case UINT8 -> widen((byte[]) base, from, step, (int[]) tile, to, n, 0xFF);
        case INT16 -> widen((short[]) base, from, step, (int[]) tile, to, n, -1);
        case UINT16 -> widen((short[]) base, from, step, (int[]) tile, to, n, 0xFFFF);
        case UINT32 -> widen((int[]) base, from, step, (long[]) tile, to, n);
        case FLOAT16 -> widenHalf((short[]) base, from, step, (float[]) tile, to, n);
        case BFLOAT16 -> widenBrain((short[]) base, from, step, (float[]) tile, to, n);
        case COMPLEX64, COMPLEX128 -> throw unsupported(dtype);
      }
    }
  }

  private static void storeArray(
      DType dtype, Object tile, Object base, int at, int rowStep, int step, int rows, int n) {
    for (int row = 0; row < rows; row++) {
      int to = at + row * rowStep;
      int from = row * n;
      switch (dtype) {
        case FLOAT64 -> copy((double[]) tile, from, 1, (double[]) base, to, step, n);
        case FLOAT32 -> copy((float[]) tile, from, 1, (float[]) base, to, step, n);
        case INT64, UINT64 -> copy((long[]) tile, from, 1, (long[]) base, to, step, n);
        case INT32 -> copy((int[]) tile, from, 1, (int[]) base, to, step, n);
        case BOOL -> copy((boolean[]) tile, from, 1, (boolean[]) base, to, step, n);
        case INT8, UINT8 -> narrow((int[]) tile, from, (byte[]) base, to, step, n);
        case INT16, UINT16 -> narrow((int[]) tile, from, (short[]) base, to, step, n);
        case UINT32 -> narrow((long[]) tile, from, (int[]) base, to, step, n);
        case FLOAT16 -> narrowHalf((float[]) tile, from, (short[]) base, to, step, n);
        case BFLOAT16 -> narrowBrain((float[]) tile, from, (short[]) base, to, step, n);
        case COMPLEX64, COMPLEX128 -> throw unsupported(dtype);
      }
    }
  }

  // Each loop stands twice: C2 vectorises it only where the step is a literal. It has no vectors
  // for
  // the way from byte or short to int and back, but for the ways by float, which all these numbers
  // are without loss (1,024 bytes to int: 0.29 ns each, 0.06 so; back 0.25 and 0.12).

  private static void widen(byte[] a, int from, int step, int[] t, int to, int n, int mask) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        t[to + i] = (int) (float) a[from + i] & mask;
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      t[to + i] = a[from + i * step] & mask;
    }
  }

  private static void widen(short[] a, int from, int step, int[] t, int to, int n, int mask) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        t[to + i] = (int) (float) a[from + i] & mask;
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      t[to + i] = a[from + i * step] & mask;
    }
  }

  private static void widen(int[] a, int from, int step, long[] t, int to, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        t[to + i] = a[from + i] & 0xFFFF_FFFFL;
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      t[to + i] = a[from + i * step] & 0xFFFF_FFFFL;
    }
  }

  private static void widenHalf(short[] a, int from, int step, float[] t, int to, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        t[to + i] = Float.float16ToFloat(a[from + i]);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      t[to + i] = Float.float16ToFloat(a[from + i * step]);
    }
  }

  private static void widenBrain(short[] a, int from, int step, float[] t, int to, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        t[to + i] = Halves.fromBfloat16(a[from + i]);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      t[to + i] = Halves.fromBfloat16(a[from + i * step]);
    }
  }

  private static void narrow(int[] t, int from, byte[] a, int to, int step, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        a[to + i] = (byte) (float) (t[from + i] << 24 >> 24);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      a[to + i * step] = (byte) t[from + i];
    }
  }

  private static void narrow(int[] t, int from, short[] a, int to, int step, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        a[to + i] = (short) (float) (t[from + i] << 16 >> 16);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      a[to + i * step] = (short) t[from + i];
    }
  }

  private static void narrow(long[] t, int from, int[] a, int to, int step, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        a[to + i] = (int) t[from + i];
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      a[to + i * step] = (int) t[from + i];
    }
  }

  private static void narrowHalf(float[] t, int from, short[] a, int to, int step, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        a[to + i] = Float.floatToFloat16(t[from + i]);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      a[to + i * step] = Float.floatToFloat16(t[from + i]);
    }
  }

  private static void narrowBrain(float[] t, int from, short[] a, int to, int step, int n) {
    if (step == 1) {
      for (int i = 0; i < n; i++) {
        a[to + i] = Halves.toBfloat16(t[from + i]);
      }
      return;
    }
    for (int i = 0; i < n; i++) {
      a[to + i * step] = Halves.toBfloat16(t[from + i]);
    }
  }

  // Of a step that is no literal C2 checks every index (1,024 float64: 0.94 ns each, 0.28 with the
  // literal 2).
  private static void copy(double[] a, int from, int step, double[] b, int to, int toStep, int n) {
    if (step == 1 && toStep == 1) {
      System.arraycopy(a, from, b, to, n);
    } else if (step == 2 && toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[from + 2 * i];
      }
    } else if (step == 1 && toStep == 2) {
      for (int i = 0; i < n; i++) {
        b[to + 2 * i] = a[from + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[from + i * step];
      }
    }
  }

  private static void copy(float[] a, int from, int step, float[] b, int to, int toStep, int n) {
    if (step == 1 && toStep == 1) {
      System.arraycopy(a, from, b, to, n);
    } else if (step == 2 && toStep == 1) {
      for (int i = 0; i < n; i++) {
        b[to + i] = a[from + 2 * i];
      }
    } else if (step == 1 && toStep == 2) {
      for (int i = 0; i < n; i++) {
        b[to + 2 * i] = a[from + i];
      }
    } else {
      for (int i = 0; i < n; i++) {
        b[to + i * toStep] = a[from + i * step];
      }
    }
  }

  private static void copy(long[] a, int from, int step, long[] b, int to, int toStep, int n) {
    if (step == 1 && toStep == 1) {
      System.arraycopy(a, from, b, to, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      b[to + i * toStep] = a[from + i * step];
    }
  }

  private static void copy(int[] a, int from, int step, int[] b, int to, int toStep, int n) {
    if (step == 1 && toStep == 1) {
      System.arraycopy(a, from, b, to, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      b[to + i * toStep] = a[from + i * step];
    }
  }

  private static void copy(
      boolean[] a, int from, int step, boolean[] b, int to, int toStep, int n) {
    if (step == 1 && toStep == 1) {
      System.arraycopy(a, from, b, to, n);
      return;
    }
    for (int i = 0; i < n; i++) {
      b[to + i * toStep] = a[from + i * step];
    }
  }

  private static IllegalArgumentException unsupported(DType dtype) {
    return new IllegalArgumentException("no kernel carries " + dtype);
  }

  /// Moves rows between a segment and an array of the same element width.
  private static final class SegmentRows {
    static void read(
        DType dtype, MemorySegment segment, long at, long step, Object raw, int to, int n) {
      int width = dtype.itemSize();
      if (raw instanceof boolean[] flags) {
        for (int i = 0; i < n; i++) {
          flags[to + i] = segment.get(ValueLayout.JAVA_BYTE, at + i * step) != 0;
        }
      } else if (step == 1) {
        MemorySegment.copy(segment, Storage.layout(dtype), at * width, raw, to, n);
      } else {
        for (int i = 0; i < n; i++) {
          long from = (at + i * step) * width;
          MemorySegment.copy(segment, Storage.layout(dtype), from, raw, to + i, 1);
        }
      }
    }

    static void write(
        DType dtype, Object raw, int from, MemorySegment segment, long at, long step, int n) {
      int width = dtype.itemSize();
      if (raw instanceof boolean[] flags) {
        for (int i = 0; i < n; i++) {
          segment.set(ValueLayout.JAVA_BYTE, at + i * step, (byte) (flags[from + i] ? 1 : 0));
        }
      } else if (step == 1) {
        MemorySegment.copy(raw, from, segment, Storage.layout(dtype), at * width, n);
      } else {
        for (int i = 0; i < n; i++) {
          long to = (at + i * step) * width;
          MemorySegment.copy(raw, from + i, segment, Storage.layout(dtype), to, 1);
        }
      }
    }
  }
}
