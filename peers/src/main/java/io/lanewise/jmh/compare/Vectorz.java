package io.lanewise.jmh.compare;

import mikera.vectorz.AVector;
import mikera.vectorz.Ops;
import mikera.vectorz.Vector;

/// Vectorz. An output takes two steps: the first operand is copied, the second is added.
public final class Vectorz implements Library {
  @Override
  public String name() {
    return "vectorz 0.67.0";
  }

  @Override
  public Call call(Operation operation, double[] x, double[] y) {
    Vector a = Vector.wrap(x.clone());
    Vector b = Vector.wrap(y.clone());
    Vector out = Vector.createLength(x.length);
    return switch (operation) {
      case ADD ->
          () -> {
            out.set(a);
            out.add(b);
            return out;
          };
      case MULTIPLY ->
          () -> {
            out.set(a);
            out.multiply(b);
            return out;
          };
      case SCALED_ADD ->
          () -> {
            out.set(b);
            out.addMultiple(a, 2.5);
            return out;
          };
      case ADD_NEW -> () -> a.addCopy(b);
      case MULTIPLY_NEW -> () -> a.multiplyCopy(b);
      case EXP_NEW -> () -> a.applyOpCopy(Ops.EXP);
      case SCALED_ADD_NEW -> () -> b.addMultipleCopy(a, 2.5);
      case SUM -> () -> a.elementSum();
      case MIN -> () -> a.elementMin();
      case MAX -> () -> a.elementMax();
      case EXP -> null;
    };
  }

  @Override
  public double[] numbers(Object result) {
    return ((AVector) result).toDoubleArray();
  }
}
