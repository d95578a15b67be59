package io.lanewise.jmh.compare;

import org.la4j.Vector;
import org.la4j.Vectors;
import org.la4j.vector.dense.BasicVector;

/// la4j's dense vectors, which have new results only.
public final class La4j implements Library {
  @Override
  public String name() {
    return "la4j 0.6.0";
  }

  @Override
  public Call call(Operation operation, double[] x, double[] y) {
    Vector a = BasicVector.fromArray(x.clone());
    Vector b = BasicVector.fromArray(y.clone());
    return switch (operation) {
      case ADD_NEW -> () -> a.add(b);
      case MULTIPLY_NEW -> () -> a.hadamardProduct(b);
      case EXP_NEW -> () -> a.transform((i, value) -> Math.exp(value));
      case SUM -> () -> a.sum();
      case MIN -> () -> a.min();
      case MAX -> () -> a.max();
      case ADD, MULTIPLY, EXP, SCALED_ADD, SCALED_ADD_NEW -> null;
    };
  }

  @Override
  public double[] numbers(Object result) {
    return ((Vector) result).to(Vectors.DENSE).toArray();
  }
}
