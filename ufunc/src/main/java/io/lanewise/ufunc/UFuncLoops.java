package io.lanewise.ufunc;

import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NoLoopException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What loops a function has, found by asking it about every dtype.
final class UFuncLoops {
  private final UFunc function;
  private final LoopTypes types;

  UFuncLoops(UFunc function) {
    this.function = function;
    this.types = function.loopTypes();
  }

  /// See [UFunc#types()].
  List<String> types() {
    List<String> found = new ArrayList<>();
    for (DType dtype : DType.values()) {
      DType first = first(dtype);
      if (first != null) {
        found.add(text(dtype, first));
      }
    }
    return List.copyOf(found);
  }

  /// The dtype of the first result of inputs of one dtype, or null where there is no such loop.
  private DType first(DType dtype) {
    if (dtype.isComplex()) {
      boolean exists =
          function.complexRecipe() != null
              && (types != LoopTypes.FLOAT64 || dtype == DType.COMPLEX128);
      return exists ? function.kernels().complexResult(dtype) : null;
    }
    DType other = function.nin() == 1 ? null : second(dtype);
    try {
      boolean converts =
          types != LoopTypes.COMPARISON
              && types != LoopTypes.LOGICAL
              && types.loop(function.name(), dtype, other) != dtype;
      return converts ? null : types.result(function.name(), dtype, other);
    } catch (NoLoopException e) {
      // asking is the only way to know
      return null;
    }
  }

  private DType second(DType first) {
    return types == LoopTypes.SCALED ? DType.INT64 : first;
  }

  private String text(DType dtype, DType first) {
    StringBuilder text = new StringBuilder(dtype.toString());
    for (int k = 1; k < function.nin(); k++) {
      text.append(',').append(second(dtype));
    }
    text.append("->").append(first);
    for (int j = 1; j < function.nout(); j++) {
      text.append(',').append(types.result(j, first));
    }
    return text.toString();
  }

  /// See [UFunc#operations(boolean)].
  int operations(boolean ofComplex) {
    if (ofComplex && function.complexRecipe() != null) {
      DType complex = DType.COMPLEX128;
      List<DType> inputs = Collections.nCopies(function.nin(), complex);
      List<DType> outputs = List.of(function.kernels().complexResult(complex));
      return function.kernels().program(inputs, complex, outputs, false).computations();
    }
    for (DType dtype : List.of(DType.FLOAT64, DType.INT64)) {
      try {
        DType other = second(dtype);
        DType loop = types.loop(function.name(), dtype, function.nin() == 1 ? null : other);
        List<DType> inputs = new ArrayList<>(Collections.nCopies(function.nin(), other));
        inputs.set(0, dtype);
        List<DType> outputs = new ArrayList<>();
        for (int j = 0; j < function.nout(); j++) {
          outputs.add(types.result(j, function.firstResult(loop)));
        }
        return function.kernels().program(inputs, loop, outputs, false).computations();
      } catch (NoLoopException e) {
        // bits are no floating-point numbers: integers come next
        continue;
      }
    }
    return 1;
  }
}
