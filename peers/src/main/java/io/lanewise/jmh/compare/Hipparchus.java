package io.lanewise.jmh.compare;

import org.hipparchus.analysis.function.Exp;
import org.hipparchus.linear.ArrayRealVector;

/// Hipparchus's real vectors, which have new results only.
public final class Hipparchus implements Library {
  @Override
  public String name() {
    return "hipparchus 4.0.1";
  }

  @Override
  public Call call(Operation operation, double[] x, double[] y) {
    ArrayRealVector a = new ArrayRealVector(x);
    ArrayRealVector b = new ArrayRealVector(y);
    Exp exp = new Exp();
    return switch (operation) {
      case ADD_NEW -> () -> a.add(b);
      case MULTIPLY_NEW -> () -> a.ebeMultiply(b);
      case EXP_NEW -> () -> a.map(exp);
      case SCALED_ADD_NEW -> () -> a.combine(2.5, 1, b);
      case MIN -> () -> a.getMinValue();
      case MAX -> () -> a.getMaxValue();
      case ADD, MULTIPLY, EXP, SCALED_ADD, SUM -> null;
    };
  }

  @Override
  public double[] numbers(Object result) {
    return ((ArrayRealVector) result).toArray();
  }
}
