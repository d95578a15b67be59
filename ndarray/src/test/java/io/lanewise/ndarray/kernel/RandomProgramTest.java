package io.lanewise.ndarray.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.lanewise.ndarray.kernel.Body.Value;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Kernels compute what the interpreter says, for random programs of all primitive operations: the
/// plain class and the lane class, on arrays with equal and different offsets, with steps, on
/// native memory, and with repeated operands.
class RandomProgramTest {
  private static final int PROGRAMS = 160;
  private static final int N = 37;
  private static final LaneType[] TYPES = LaneType.values();
  private static final double[] SPECIAL = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    2,
    3,
    1e300,
    -1e300,
    5e-324,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };

  @Test
  void plainLoopsGiveWhatTheInterpreterGives() {
    for (long seed = 0; seed < PROGRAMS; seed++) {
      check(seed, false);
    }
  }

  @Test
  void laneLoopsGiveWhatTheInterpreterGives() {
    org.junit.jupiter.api.Assumptions.assumeTrue(Hardware.hasLanes(), "needs lanes");
    for (long seed = 0; seed < PROGRAMS; seed++) {
      check(seed, true);
    }
  }

  private static void check(long seed, boolean lanes) {
    SplittableRandom random = new SplittableRandom(seed);
    Program program = program(random);
    if (lanes && !LaneBody.expressible(program)) {
      return;
    }
    List<Access> access = new ArrayList<>();
    int operands = program.operands();
    int inputs = program.inputs().size();
    boolean strided = !lanes && seed % 4 == 3;
    for (int k = 0; k < operands; k++) {
      if (!strided && mayPair(program, k) && random.nextInt(2) == 0) {
        access.add(Access.PAIRED);
        access.add(Access.PAIRED);
        k++;
        continue;
      }
      if (!strided && !lanes && random.nextInt(4) == 0) {
        access.add(random.nextBoolean() ? Access.EVERY_SECOND : Access.EVERY_FOURTH);
        continue;
      }
      boolean segment = program.operandType(k) != LaneType.BOOL && random.nextInt(4) == 0;
      boolean repeated = k < inputs && random.nextInt(5) == 0;
      access.add(repeated ? Access.REPEATED : segment ? Access.SEGMENT : Access.ARRAY);
    }
    Kernel kernel =
        lanes
            ? KernelCompiler.lanes(program, access)
            : KernelCompiler.scalar(program, access, strided);
    int shift = (int) (seed % 3);
    Object[] base = new Object[operands];
    long[] offset = new long[operands];
    long[] column = new long[operands];
    long[][] bits = new long[operands][N];
    for (int k = 0; k < operands; k++) {
      LaneType type = program.operandType(k);
      int at = shift == 2 ? k : shift;
      int step = strided ? 2 : access.get(k).step();
      boolean second = access.get(k) == Access.PAIRED && isSecond(access, k);
      Object array = second ? base[k - 1] : array(type, 4 * N + 8);
      at = second ? (int) offset[k - 1] + 1 : at;
      for (int i = 0; i < N; i++) {
        bits[k][i] = access.get(k) == Access.REPEATED && i > 0 ? bits[k][0] : value(type, random);
        put(array, at + i * step, k < inputs ? bits[k][i] : 0);
      }
      boolean segment = access.get(k) == Access.SEGMENT;
      base[k] = segment ? offHeap(array) : array;
      offset[k] = segment ? (long) at * type.bytes() : at;
      column[k] = segment ? (long) step * type.bytes() : step;
      if (access.get(k) == Access.REPEATED && seed % 2 == 0) {
        base[k] = null;
        offset[k] = bits[k][0];
      }
    }
    kernel.rows(base, offset, new long[operands], column, 1, N);
    long[] in = new long[inputs];
    for (int i = 0; i < N; i++) {
      for (int k = 0; k < inputs; k++) {
        in[k] = bits[k][i];
      }
      long[] expected = Interpreter.run(program, in);
      for (int o = 0; o < expected.length; o++) {
        int k = inputs + o;
        LaneType type = program.operandType(k);
        long at = access.get(k) == Access.SEGMENT ? offset[k] / type.bytes() : offset[k];
        int step = strided ? 2 : access.get(k).step();
        long got = get(base[k], type, (int) at + i * step);
        assertThat(one(type, got))
            .as("seed %d, element %d, output %d of%n%s", seed, i, o, SourceText.of(program))
            .isEqualTo(one(type, expected[o]));
      }
    }
  }

  /// Whether operand `k` and the next one may be the parts of complex numbers.
  private static boolean mayPair(Program program, int k) {
    LaneType type = program.operandType(k);
    return k + 1 < program.operands()
        && k + 1 != program.inputs().size()
        && program.operandType(k + 1) == type
        && (type == LaneType.FLOAT64 || type == LaneType.FLOAT32);
  }

  private static boolean isSecond(List<Access> access, int k) {
    return access.subList(0, k).stream().filter(a -> a == Access.PAIRED).count() % 2 == 1;
  }

  private static Program program(SplittableRandom random) {
    Body body = new Body();
    List<Value> values = new ArrayList<>();
    int inputs = 1 + random.nextInt(3);
    for (int k = 0; k < inputs; k++) {
      values.add(body.input(TYPES[random.nextInt(TYPES.length)]));
    }
    for (LaneType type : TYPES) {
      values.add(body.constant(type, random.nextInt(5) - 2));
    }
    for (int i = 0; i < 14; i++) {
      values.add(operation(body, values, random));
    }
    int outputs = 1 + random.nextInt(2);
    for (int o = 0; o < outputs; o++) {
      body.output(values.get(values.size() - 1 - o));
    }
    return body.build("random");
  }

  private static long[] table(SplittableRandom random) {
    return random.ints(2L << random.nextInt(5)).asLongStream().toArray();
  }

  private static Value operation(Body body, List<Value> values, SplittableRandom random) {
    Value a = values.get(random.nextInt(values.size()));
    Value b = same(values, a.type(), random);
    Value c = same(values, a.type(), random);
    Value flag = same(values, LaneType.BOOL, random);
    int pick = random.nextInt(13);
    if (pick == 0) {
      return body.select(flag, a, b);
    }
    if (pick == 12) {
      return a.type().isInteger() && random.nextBoolean()
          ? body.lookup(a, table(random))
          : body.seldom(flag, a, b);
    }
    if (pick == 1) {
      return body.convert(a, TYPES[random.nextInt(TYPES.length)]);
    }
    if (a.type() == LaneType.BOOL) {
      return switch (pick % 4) {
        case 0 -> body.and(a, b);
        case 1 -> body.or(a, b);
        case 2 -> body.xor(a, b);
        default -> body.not(a);
      };
    }
    if (pick < 5) {
      return switch (random.nextInt(6)) {
        case 0 -> body.lt(a, b);
        case 1 -> body.le(a, b);
        case 2 -> body.gt(a, b);
        case 3 -> body.ge(a, b);
        case 4 -> body.eq(a, b);
        default -> body.ne(a, b);
      };
    }
    if (a.type().isFloat() && pick < 8) {
      LaneType bits = a.type() == LaneType.FLOAT64 ? LaneType.INT64 : LaneType.INT32;
      return switch (random.nextInt(8)) {
        case 0 -> body.div(a, b);
        case 1 -> body.sqrt(a);
        case 2 -> body.fma(a, b, c);
        case 3 -> body.rint(a);
        case 4 -> body.floor(a);
        case 5 -> body.ceil(a);
        case 6 -> body.trunc(a);
        // a NaN has no stable bits to look at
        default ->
            body.reinterpret(body.select(body.eq(a, a), a, body.constant(a.type(), 7)), bits);
      };
    }
    if (a.type().isInteger() && pick < 8) {
      int count = random.nextInt(a.type().bytes() * 8);
      return switch (random.nextInt(10)) {
        case 0 -> body.and(a, b);
        case 1 -> body.or(a, b);
        case 2 -> body.xor(a, b);
        case 3 -> body.not(a);
        case 4 -> body.shl(a, count);
        case 5 -> body.shr(a, count);
        case 6 -> body.ushr(a, count);
        case 7 -> body.shl(a, b);
        case 8 -> body.shr(a, b);
        default -> body.ushr(a, b);
      };
    }
    return switch (random.nextInt(7)) {
      case 0 -> body.add(a, b);
      case 1 -> body.sub(a, b);
      case 2 -> body.mul(a, b);
      case 3 -> body.neg(a);
      case 4 -> body.abs(a);
      case 5 -> body.min(a, b);
      default -> body.max(a, b);
    };
  }

  private static Value same(List<Value> values, LaneType type, SplittableRandom random) {
    List<Value> fitting = values.stream().filter(value -> value.type() == type).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private static long value(LaneType type, SplittableRandom random) {
    double number =
        random.nextInt(4) == 0 ? SPECIAL[random.nextInt(SPECIAL.length)] : random.nextDouble(-4, 4);
    return switch (type) {
      case FLOAT64 -> Double.doubleToRawLongBits(number);
      case FLOAT32 -> Float.floatToRawIntBits((float) number);
      case INT64 -> random.nextInt(3) == 0 ? random.nextLong() : (long) number;
      case INT32 -> random.nextInt(3) == 0 ? random.nextInt() : (int) number;
      case BOOL -> random.nextInt(2);
    };
  }

  /// All NaNs are one.
  private static long one(LaneType type, long bits) {
    return switch (type) {
      case FLOAT64 -> Double.doubleToLongBits(Double.longBitsToDouble(bits));
      case FLOAT32 -> Float.floatToIntBits(Float.intBitsToFloat((int) bits));
      case INT32 -> (int) bits;
      default -> bits;
    };
  }

  private static Object array(LaneType type, int n) {
    return switch (type) {
      case FLOAT64 -> new double[n];
      case FLOAT32 -> new float[n];
      case INT64 -> new long[n];
      case INT32 -> new int[n];
      case BOOL -> new boolean[n];
    };
  }

  private static void put(Object array, int at, long bits) {
    switch (array) {
      case double[] a -> a[at] = Double.longBitsToDouble(bits);
      case float[] a -> a[at] = Float.intBitsToFloat((int) bits);
      case long[] a -> a[at] = bits;
      case int[] a -> a[at] = (int) bits;
      default -> ((boolean[]) array)[at] = bits != 0;
    }
  }

  private static long get(Object base, LaneType type, int at) {
    return switch (type) {
      case FLOAT64 -> Double.doubleToRawLongBits(Kernel.float64(base, place(base, at, 8)));
      case FLOAT32 -> Float.floatToRawIntBits(Kernel.float32(base, place(base, at, 4)));
      case INT64 -> Kernel.int64(base, place(base, at, 8));
      case INT32 -> Kernel.int32(base, place(base, at, 4));
      case BOOL -> Kernel.bool(base, at) ? 1 : 0;
    };
  }

  private static long place(Object base, int at, int bytes) {
    return base instanceof MemorySegment ? (long) at * bytes : at;
  }

  private static MemorySegment offHeap(Object array) {
    MemorySegment source =
        switch (array) {
          case double[] a -> MemorySegment.ofArray(a);
          case float[] a -> MemorySegment.ofArray(a);
          case long[] a -> MemorySegment.ofArray(a);
          default -> MemorySegment.ofArray((int[]) array);
        };
    MemorySegment copy = Arena.ofAuto().allocate(source.byteSize(), 8);
    copy.copyFrom(source);
    return copy;
  }
}
