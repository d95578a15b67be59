package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.Interop;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// `./lanewise fuzz ufunc`: random calls of universal functions and reductions, each carried out
/// here and by NumPy. Compared are results, what is left in every memory, and whether a call is an
/// error; one that is must have written nothing here.
final class CallFuzz {
  /// Calls that go to the other side together.
  private static final int BATCH = 200;

  private static final int MOST_DIFFERENCES = 20;

  private CallFuzz() {}

  /// What a call gave here.
  private record Outcome(Call call, List<NDArray> results, RuntimeException error) {}

  static Fuzz.Outcome run(PythonSide side, long operations, long seed, PrintStream out) {
    Map<String, Long> counts = new TreeMap<>();
    Map<String, Long> errors = new TreeMap<>();
    int differences = 0;
    long done = 0;
    long next = seed;
    while (done < operations && differences < MOST_DIFFERENCES) {
      List<Call> calls = new ArrayList<>();
      List<Long> seeds = new ArrayList<>();
      while (calls.size() < Math.min(BATCH, operations - done)) {
        Call call = new RandomCalls(next, side.version().contains("scipy")).next();
        if (call != null) {
          calls.add(call);
          seeds.add(next);
        }
        next++;
      }
      List<String> answers =
          side.call(calls.stream().map(c -> c.arrays().python() + c.python()).toList());
      for (int i = 0; i < calls.size(); i++) {
        Call call = calls.get(i);
        Outcome outcome = carryOut(call);
        counts.merge(call.kind(), 1L, Long::sum);
        errors.merge(call.kind(), outcome.error == null ? 0L : 1L, Long::sum);
        String difference = compare(outcome, Answer.parse(answers.get(i)));
        if (difference != null) {
          differences++;
          out.println("seed " + seeds.get(i) + ": " + describe(call) + "\n  " + difference);
        }
      }
      done += calls.size();
    }
    return new Fuzz.Outcome(counts, errors, differences);
  }

  /// The statements without the bytes of the arrays.
  private static String describe(Call call) {
    String arrays = call.arrays().python().replaceAll("array\\('(\\w+)','[^']*'\\)", "array('$1')");
    return arrays + call.python();
  }

  private static Outcome carryOut(Call call) {
    try {
      return new Outcome(call, call.java().run(), null);
    } catch (RuntimeException e) {
      // compare tells those that are meant from others
      return new Outcome(call, List.of(), e);
    }
  }

  private static boolean isMeant(RuntimeException e) {
    return e instanceof IllegalArgumentException
        || e instanceof IndexOutOfBoundsException
        || e instanceof ArithmeticException
        || e instanceof UnsupportedOperationException;
  }

  private static String compare(Outcome outcome, Answer answer) {
    Call call = outcome.call;
    if (outcome.error != null) {
      if (!isMeant(outcome.error)) {
        return "here:  " + outcome.error + " at " + outcome.error.getStackTrace()[0];
      }
      for (int i = 0; i < call.arrays().memories().size(); i++) {
        if (!call.arrays().isUnchanged(i)) {
          return "here:  memory " + i + " was written before " + outcome.error;
        }
      }
      return answer.error() != null || call.excuse() != null
          ? null
          : "here:  " + outcome.error + "\n  numpy: " + shapes(answer);
    }
    if (answer.error() != null) {
      return "here:  " + shapes(outcome.results) + "\n  numpy: " + answer.error();
    }
    for (int j = 0; j < outcome.results.size(); j++) {
      String difference = result(call, outcome.results.get(j), answer.results().get(j));
      if (difference != null) {
        return "result " + j + ": " + difference;
      }
    }
    List<NDArray> memories = call.arrays().memories();
    for (int i = 0; i < memories.size(); i++) {
      NDArray memory = memories.get(i);
      String difference =
          Answer.difference(
              memory.dtype(),
              Interop.tobytes(memory),
              answer.memories().get(i),
              nearness(call, memory.dtype()));
      if (difference != null) {
        return "memory " + i + ": " + difference;
      }
    }
    return null;
  }

  private static String result(Call call, NDArray here, Answer.Result there) {
    String dtype = here.dtype().toString();
    String shape = join(here.shape());
    if (!dtype.equals(there.dtype()) || !shape.equals(there.shape())) {
      return "%s (%s) and not %s (%s)".formatted(dtype, shape, there.dtype(), there.shape());
    }
    if (call.compareStrides() && !sameOrder(here, there.strides())) {
      return "strides %s and not %s".formatted(join(here.strides()), there.strides());
    }
    Nearness nearness = nearness(call, here.dtype());
    if (call.slack() == null) {
      return Answer.difference(here.dtype(), Interop.tobytes(here), there.bytes(), nearness);
    }
    double[] slack = Interop.toDoubleArray(call.slack().broadcastTo(here.shape()));
    String difference =
        Answer.difference(here.dtype(), Interop.tobytes(here), there.bytes(), nearness, slack);
    if (difference == null) {
      // the memory behind an output is compared next
      here.set(array(here, there.bytes()));
    }
    return difference;
  }

  private static NDArray array(NDArray like, byte... bytes) {
    MemorySegment segment = Arena.ofAuto().allocate(bytes.length, 8);
    MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
    return NDArray.of(segment, like.dtype(), like.shape());
  }

  private static Nearness nearness(Call call, DType of) {
    boolean complex =
        of.isComplex() || call.arrays().memories().stream().anyMatch(a -> a.dtype().isComplex());
    boolean approximate = complex || Tolerances.isApproximate(call.function());
    DType dtype = approximate ? narrowest(call, of) : of;
    int ulps = Tolerances.ulps(call.function(), dtype, complex) * call.steps();
    double scale = Math.max(Tolerances.scale(call.function(), complex), call.size());
    return new Nearness(dtype, ulps, scale, Differences.zerosAlike(call.function()));
  }

  /// What is approximated in float32 and then cast has the last place of float32.
  private static DType narrowest(Call call, DType result) {
    if (call.dtype() != null) {
      return narrower(result.part(), call.dtype());
    }
    DType narrowest = result.part();
    for (NDArray memory : call.arrays().memories()) {
      // bools are masks
      if (memory.dtype() != DType.BOOL) {
        narrowest = narrower(narrowest, memory.dtype());
      }
    }
    return narrowest;
  }

  private static DType narrower(DType part, DType other) {
    DType floating = Promotion.floating(other.part());
    return floating.itemSize() < part.itemSize() ? floating : part;
  }

  /// Steps along axes of one element mean nothing, and none do where there are no elements.
  private static boolean sameOrder(NDArray here, String there) {
    if (here.size() == 0 || here.ndim() == 0) {
      return true;
    }
    String[] strides = there.split(",");
    for (int d = 0; d < here.ndim(); d++) {
      if (here.shape(d) > 1 && here.strides()[d] != Long.parseLong(strides[d])) {
        return false;
      }
    }
    return true;
  }

  private static String join(long... values) {
    return Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","));
  }

  private static String shapes(List<NDArray> results) {
    return results.stream().map(a -> a.dtype() + " (" + join(a.shape()) + ")").toList().toString();
  }

  private static String shapes(Answer answer) {
    return answer.results().stream()
        .map(r -> r.dtype() + " (" + r.shape() + ")")
        .toList()
        .toString();
  }
}
