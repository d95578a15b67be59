package io.lanewise.jmh.compare;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// ND4J with its native CPU backend, whose threads the variable OMP_NUM_THREADS counts: with its
/// own setting for one thread, sums wait for milliseconds.
public final class Nd4jArrays implements Library {
  @Override
  public String name() {
    return "nd4j-native 1.0.0-M2.1";
  }

  @Override
  public Call call(Operation operation, double[] x, double[] y) {
    INDArray a = Nd4j.createFromArray(x);
    INDArray b = Nd4j.createFromArray(y);
    INDArray out = Nd4j.create(DataType.DOUBLE, x.length);
    return switch (operation) {
      case ADD -> () -> a.addi(b, out);
      case MULTIPLY -> () -> a.muli(b, out);
      case EXP -> () -> Nd4j.exec(new Exp(a, out));
      case ADD_NEW -> () -> a.add(b);
      case MULTIPLY_NEW -> () -> a.mul(b);
      case EXP_NEW -> () -> Transforms.exp(a, true);
      case SCALED_ADD_NEW -> () -> a.mul(2.5).addi(b);
      case SUM -> () -> a.sumNumber();
      case MIN -> () -> a.minNumber();
      case MAX -> () -> a.maxNumber();
      case SCALED_ADD -> null;
    };
  }

  @Override
  public double[] numbers(Object result) {
    return ((INDArray) result).toDoubleVector();
  }
}
