package io.lanewise.jmh.compare;

import org.jblas.DoubleMatrix;
import org.jblas.MatrixFunctions;
import org.jblas.SimpleBlas;

/// jblas. Its axpy is native.
public final class Jblas implements Library {
  @Override
  public String name() {
    return "jblas 1.2.5";
  }

  @Override
  public Call call(Operation operation, double[] x, double[] y) {
    DoubleMatrix a = new DoubleMatrix(x.clone());
    DoubleMatrix b = new DoubleMatrix(y.clone());
    DoubleMatrix out = new DoubleMatrix(x.length);
    return switch (operation) {
      case ADD -> () -> a.addi(b, out);
      case MULTIPLY -> () -> a.muli(b, out);
      case SCALED_ADD ->
          () -> {
            out.copy(b);
            return SimpleBlas.axpy(2.5, a, out);
          };
      case ADD_NEW -> () -> a.add(b);
      case MULTIPLY_NEW -> () -> a.mul(b);
      case EXP_NEW -> () -> MatrixFunctions.exp(a);
      case SUM -> () -> a.sum();
      case MIN -> () -> a.min();
      case MAX -> () -> a.max();
      case EXP, SCALED_ADD_NEW -> null;
    };
  }

  @Override
  public double[] numbers(Object result) {
    return ((DoubleMatrix) result).toArray();
  }
}
