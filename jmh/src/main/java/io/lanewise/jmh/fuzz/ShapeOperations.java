package io.lanewise.jmh.fuzz;

import io.lanewise.ndarray.Manipulation;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.Order;
import io.lanewise.ndarray.Views;
import java.util.List;

/// Random views and manipulations beside those of [Operations].
final class ShapeOperations {
  private static final int MOST_ELEMENTS = 800;

  private final Variables v;

  ShapeOperations(Variables v) {
    this.v = v;
  }

  /// An axis, counted from either end, now and then one that is not there.
  private int axis(NDArray a) {
    int ndim = Math.max(1, a.ndim());
    return v.chance(0.03) ? ndim + 1 : v.from(-ndim, ndim);
  }

  private Step step(String kind, String expression, Step.Action java) {
    int to = v.free();
    return new Step(kind, to, "v[%d] = %s".formatted(to, expression), java);
  }

  /// A view.
  Step view(int i) {
    NDArray a = v.get(i);
    int axis = axis(a);
    int other = axis(a);
    return switch (v.from(0, 9)) {
      case 0 ->
          step(
              "swapaxes",
              "np.swapaxes(v[%d], %d, %d)".formatted(i, axis, other),
              () -> Views.swapaxes(a, axis, other));
      case 1 ->
          step(
              "moveaxis",
              "np.moveaxis(v[%d], %d, %d)".formatted(i, axis, other),
              () -> Views.moveaxis(a, axis, other));
      case 2 -> step("squeeze", "np.squeeze(v[%d])".formatted(i), () -> Views.squeeze(a));
      case 3 ->
          step("squeeze", "np.squeeze(v[%d], %d)".formatted(i, axis), () -> Views.squeeze(a, axis));
      case 4 ->
          a.ndim() > 4
              ? null
              : step(
                  "expandDims",
                  "np.expand_dims(v[%d], %d)".formatted(i, axis),
                  () -> Views.expandDims(a, axis));
      case 5 -> step("flip", "np.flip(v[%d], %d)".formatted(i, axis), () -> Views.flip(a, axis));
      case 6 -> {
        Order order = Order.values()[v.from(0, 4)];
        yield step(
            "ravel", "np.ravel(v[%d], '%s')".formatted(i, order), () -> Views.ravel(a, order));
      }
      case 7 -> {
        int offset = v.from(-1, 2);
        yield step(
            "diagonal",
            "np.diagonal(v[%d], %d, %d, %d)".formatted(i, offset, axis, other),
            () -> Views.diagonal(a, offset, axis, other));
      }
      default -> {
        int quarter = v.from(-1, 4);
        yield step(
            "rot90",
            "np.rot90(v[%d], %d, (%d, %d))".formatted(i, quarter, axis, other),
            () -> Views.rot90(a, quarter, axis, other));
      }
    };
  }

  /// New arrays of the elements of others.
  Step manipulation(int i, int j) {
    NDArray a = v.get(i);
    NDArray b = v.chance(0.4) ? a : v.get(j);
    String second = b == a ? "v[" + i + "]" : "v[" + j + "]";
    int axis = axis(a);
    if (a.size() + b.size() > MOST_ELEMENTS) {
      return null;
    }
    return switch (v.from(0, 7)) {
      case 0 ->
          step(
              "concatenate",
              "np.concatenate((v[%d], %s), %d)".formatted(i, second, axis),
              () -> Manipulation.concatenate(List.of(a, b), axis));
      case 1 ->
          a.ndim() > 4
              ? null
              : step(
                  "stack",
                  "np.stack((v[%d], %s), %d)".formatted(i, second, axis),
                  () -> Manipulation.stack(List.of(a, b), axis));
      case 2 -> {
        int count = v.from(0, 4);
        yield step(
            "repeat",
            "np.repeat(v[%d], %d, %d)".formatted(i, count, axis),
            () -> Manipulation.repeat(a, count, axis));
      }
      case 3 -> {
        int shift = v.from(-5, 6);
        yield step(
            "roll",
            "np.roll(v[%d], %d, %d)".formatted(i, shift, axis),
            () -> Manipulation.roll(a, shift, axis));
      }
      case 4 -> {
        int count = v.from(0, 3);
        yield Differences.isEmptyTile(a)
            ? null
            : step(
                "tile",
                "np.tile(v[%d], (2, %d))".formatted(i, count),
                () -> Manipulation.tile(a, 2, count));
      }
      case 5 -> {
        int at = v.from(-2, 3);
        yield step(
            "delete",
            "np.delete(v[%d], %d, %d)".formatted(i, at, axis),
            () -> Manipulation.delete(a, at, axis));
      }
      default ->
          step(
              "append",
              "np.append(v[%d], %s, %d)".formatted(i, second, axis),
              () -> Manipulation.append(a, b, axis));
    };
  }
}
