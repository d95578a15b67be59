package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Promotion;
import io.lanewise.ndarray.kernel.Body;
import io.lanewise.ndarray.kernel.Body.Value;
import io.lanewise.ndarray.kernel.Casts;
import io.lanewise.ndarray.kernel.Elementwise;
import io.lanewise.ndarray.kernel.KernelFamily;
import io.lanewise.ndarray.kernel.Kernels;
import io.lanewise.ndarray.kernel.Overlap;
import java.util.ArrayList;
import java.util.List;

/// How a ufunc computes with complex numbers: a kernel has the real and the imaginary part of an
/// operand as two operands, views of the same memory.
final class ComplexLoops {
  /// One element of the result from the parts of one element of each input.
  @FunctionalInterface
  interface Recipe {
    Parts apply(Body body, Parts... x);
  }

  /// A number in its parts.
  ///
  /// @param real the real part; alone it is a real number or a bool
  /// @param imag the imaginary part, or null
  record Parts(Value real, Value imag) {
    static Parts real(Value value) {
      return new Parts(value, null);
    }
  }

  private final String name;
  private final Recipe recipe;

  /// By the dtypes of inputs and output; each entry is written once with equal values.
  private final KernelFamily[] families = new KernelFamily[1 << 12];

  ComplexLoops(String name, Recipe recipe) {
    this.name = name;
    this.recipe = recipe;
  }

  Recipe recipe() {
    return recipe;
  }

  /// Applies the function to inputs of which one is complex at least; `b` is null for a unary one.
  NDArray call(NDArray a, NDArray b, NDArray wanted) {
    DType loop = b == null ? a.dtype() : Promotion.promoteTypes(a.dtype(), b.dtype());
    DType result = result(loop);
    NDArray out = wanted;
    if (out == null) {
      out = Results.allocate(result, name, a, b);
    } else {
      Results.check(name, result, out, a, b);
    }
    List<NDArray> operands = new ArrayList<>();
    addInput(operands, a, out);
    addInput(operands, b, out);
    operands.add(out.real());
    if (out.dtype().isComplex()) {
      operands.add(out.imag());
    }
    KernelFamily family = family(a.dtype(), b == null ? null : b.dtype(), out.dtype());
    Elementwise.runSeparate(family, operands.toArray(NDArray[]::new));
    return out;
  }

  private void addInput(List<NDArray> operands, NDArray input, NDArray out) {
    if (input != null) {
      NDArray separate = Overlap.separate(name, input, out);
      operands.add(separate.real());
      if (input.dtype().isComplex()) {
        operands.add(separate.imag());
      }
    }
  }

  /// What the recipe makes of a complex dtype.
  private DType result(DType loop) {
    Body body = new Body();
    Value part = body.input(Casts.carrier(loop.part()));
    Parts x = new Parts(part, part);
    Parts value = recipe.apply(body, x, x);
    if (value.imag() != null) {
      return loop;
    }
    return value.real().type() == part.type() ? loop.part() : DType.BOOL;
  }

  private KernelFamily family(DType first, DType second, DType out) {
    int at = first.ordinal() << 8 | (second == null ? 15 : second.ordinal()) << 4 | out.ordinal();
    KernelFamily family = families[at];
    if (family == null) {
      DType loop = second == null ? first : Promotion.promoteTypes(first, second);
      Body body = new Body();
      Parts x = input(body, first, loop);
      Parts value =
          second == null ? recipe.apply(body, x) : recipe.apply(body, x, input(body, second, loop));
      DType result = result(loop);
      body.output(Casts.convert(body, value.real(), result.part(), out.part()));
      if (out.isComplex()) {
        Value imag = value.imag();
        body.output(
            imag == null
                ? body.constant(Casts.carrier(out.part()), 0)
                : Casts.convert(body, imag, result.part(), out.part()));
      }
      family =
          Kernels.family(
              body.build(name + "_" + first + (second == null ? "" : "_" + second) + "_" + out));
      families[at] = family;
    }
    return family;
  }

  /// An input in the parts of the loop's dtype; a real one has an imaginary part of 0.
  private static Parts input(Body body, DType dtype, DType loop) {
    Value real =
        Casts.convert(body, body.input(Casts.carrier(dtype.part())), dtype.part(), loop.part());
    Value imag =
        dtype.isComplex()
            ? Casts.convert(
                body, body.input(Casts.carrier(dtype.part())), dtype.part(), loop.part())
            : body.constant(Casts.carrier(loop.part()), 0);
    return new Parts(real, imag);
  }
}
