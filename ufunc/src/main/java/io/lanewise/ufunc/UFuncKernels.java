package io.lanewise.ufunc;

import io.lanewise.ndarray.Casting;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.FamilyReference;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.LaneType;
import io.lanewise.ndarray.kernel.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The kernels of one ufunc, by the dtypes they read and write. A complex operand is two operands
/// of a kernel, its parts; a mask and the elements it leaves alone are operands too, so that a
/// masked call runs at the speed of lanes.
final class UFuncKernels {
  private record Key(
      List<DType> inputs, DType loop, List<DType> outputs, boolean masked, boolean fold) {

    // written out for the sake of fresh processes, see Node

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && inputs.equals(key.inputs)
          && loop == key.loop
          && outputs.equals(key.outputs)
          && masked == key.masked
          && fold == key.fold;
    }

    @Override
    public int hashCode() {
      return 31 * (31 * inputs.hashCode() + loop.hashCode()) + outputs.hashCode();
    }
  }

  private final UFunc function;
  private final Map<Key, FamilyReference> families = new ConcurrentHashMap<>();

  /// What the recipe for complex numbers makes of complex64 and complex128; filled as they occur.
  private final DType[] complexResults = new DType[DType.values().length];

  UFuncKernels(UFunc function) {
    this.function = function;
  }

  /// The kernel that reads `inputs`, computes in `loop` and writes `outputs`.
  KernelFamily family(List<DType> inputs, DType loop, List<DType> outputs, boolean masked) {
    return family(
        new Key(inputs, loop, outputs, masked, false),
        () -> program(inputs, loop, outputs, masked));
  }

  /// The kernel that takes elements into accumulators, all of dtype `loop` in its carrier and as
  /// that dtype holds them: accumulators, elements, accumulators.
  KernelFamily fold(DType loop) {
    return family(new Key(List.of(), loop, List.of(), false, true), () -> foldProgram(loop));
  }

  private KernelFamily family(Key key, Supplier<Program> program) {
    KernelFamily family = Kernels.kept(families.get(key));
    if (family == null) {
      family = Kernels.family(program.get());
      families.put(key, new FamilyReference(family));
    }
    return family;
  }

  /// The dtype of the result for complex numbers of dtype `loop`.
  DType complexResult(DType loop) {
    DType result = complexResults[loop.ordinal()];
    if (result == null) {
      Body body = new Body();
      Value part = body.input(Casts.carrier(loop.part()));
      Parts[] x = new Parts[function.nin()];
      java.util.Arrays.fill(x, new Parts(part, part));
      Parts value = function.complexRecipe().apply(body, x);
      if (value.imag() != null) {
        result = loop;
      } else {
        result = value.real().type() == part.type() ? loop.part() : DType.BOOL;
      }
      complexResults[loop.ordinal()] = result;
    }
    return result;
  }

  Program program(List<DType> inputs, DType loop, List<DType> outputs, boolean masked) {
    Body body = new Body();
    List<Parts> values = new ArrayList<>();
    if (loop.isComplex()) {
      Parts[] x = new Parts[inputs.size()];
      for (int k = 0; k < x.length; k++) {
        x[k] = complexInput(body, inputs.get(k), loop);
      }
      DType result = complexResult(loop);
      values.add(stored(body, function.complexRecipe().apply(body, x), result, outputs.get(0)));
    } else {
      List<Value> results = function.results(body, realInputs(body, inputs, loop), loop);
      DType first = function.firstResult(loop);
      for (int j = 0; j < results.size(); j++) {
        DType result = function.loopTypes().result(j, first);
        Value value = Casts.convert(body, results.get(j), result, outputs.get(j));
        values.add(Parts.real(value));
      }
    }
    if (masked) {
      mask(body, values);
    }
    for (Parts value : values) {
      body.output(value.real());
      if (value.imag() != null) {
        body.output(value.imag());
      }
    }
    return body.build(name(inputs, loop, outputs) + (masked ? "_where" : ""));
  }

  private Value[] realInputs(Body body, List<DType> inputs, DType loop) {
    Value[] x = new Value[inputs.size()];
    for (int k = 0; k < x.length; k++) {
      DType dtype = inputs.get(k);
      Value input = body.input(Casts.carrier(dtype));
      DType other = inputs.get(inputs.size() - 1 - k);
      x[k] = function.loopTypes().input(body, k, input, dtype, other, loop);
      if (function.loopTypes().operand(k, dtype, loop) == loop
          && !Casting.SAFE.allows(dtype, loop)) {
        // a cast that narrows is not stored, so it is rounded here
        x[k] = Casts.rounded(body, x[k], loop);
      }
    }
    return x;
  }

  /// An input in the parts of the loop's dtype; a real one has an imaginary part of 0.
  private static Parts complexInput(Body body, DType dtype, DType loop) {
    Value real =
        Casts.convert(body, body.input(Casts.carrier(dtype.part())), dtype.part(), loop.part());
    Value imag =
        dtype.isComplex()
            ? Casts.convert(
                body, body.input(Casts.carrier(dtype.part())), dtype.part(), loop.part())
            : body.constant(Casts.carrier(loop.part()), 0);
    return new Parts(real, imag);
  }

  /// The result as the output's dtype has it.
  private static Parts stored(Body body, Parts value, DType result, DType out) {
    if (out == DType.BOOL && value.imag() != null) {
      Value zero = body.constant(value.real().type(), 0);
      return Parts.real(body.or(body.ne(value.real(), zero), body.ne(value.imag(), zero)));
    }
    Value real = Casts.convert(body, value.real(), result.part(), out.part());
    if (!out.isComplex()) {
      return Parts.real(real);
    }
    return new Parts(
        real,
        value.imag() == null
            ? body.constant(Casts.carrier(out.part()), 0)
            : Casts.convert(body, value.imag(), result.part(), out.part()));
  }

  /// Puts the old elements, which are inputs after the mask, where the mask is not set.
  private static void mask(Body body, List<Parts> values) {
    Value mask = body.input(LaneType.BOOL);
    for (int j = 0; j < values.size(); j++) {
      Parts value = values.get(j);
      Value real = body.select(mask, value.real(), body.input(value.real().type()));
      Value imag =
          value.imag() == null
              ? null
              : body.select(mask, value.imag(), body.input(value.imag().type()));
      values.set(j, new Parts(real, imag));
    }
  }

  private Program foldProgram(DType loop) {
    Body body = new Body();
    if (loop.isComplex()) {
      Parts[] x = {complexInput(body, loop, loop), complexInput(body, loop, loop)};
      Parts value = function.complexRecipe().apply(body, x);
      body.output(value.real());
      body.output(value.imag());
    } else {
      Value[] x = realInputs(body, List.of(loop, loop), loop);
      body.output(Casts.rounded(body, function.results(body, x, loop).get(0), loop));
    }
    return body.build(function.name() + "_fold_" + loop);
  }

  private String name(List<DType> inputs, DType loop, List<DType> outputs) {
    StringBuilder text = new StringBuilder(function.name());
    for (DType dtype : inputs.stream().distinct().toList()) {
      text.append('_').append(dtype);
    }
    for (DType dtype : outputs.stream().distinct().toList()) {
      if (dtype != loop) {
        text.append('_').append(dtype);
      }
    }
    return text.toString();
  }
}
