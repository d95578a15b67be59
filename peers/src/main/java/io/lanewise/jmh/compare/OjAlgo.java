package io.lanewise.jmh.compare;

import org.ojalgo.OjAlgoUtils;
import org.ojalgo.function.aggregator.Aggregator;
import org.ojalgo.function.constant.PrimitiveMath;
import org.ojalgo.matrix.store.R064Store;
import org.ojalgo.structure.Access1D;

/// ojAlgo's stores. What its operators on whole stores give is computed when it is read.
public final class OjAlgo implements Library {
  @Override
  public String name() {
    return "ojalgo 56.0.0";
  }

  @Override
  public Call call(Operation operation, double[] x, double[] y) {
    R064Store a = R064Store.wrap(x.clone());
    R064Store b = R064Store.wrap(y.clone());
    R064Store out = R064Store.FACTORY.make(x.length, 1);
    return switch (operation) {
      case ADD ->
          () -> {
            out.fillMatching(a, PrimitiveMath.ADD, b);
            return out;
          };
      case MULTIPLY ->
          () -> {
            out.fillMatching(a, PrimitiveMath.MULTIPLY, b);
            return out;
          };
      case EXP ->
          () -> {
            out.fillMatching(PrimitiveMath.EXP, a);
            return out;
          };
      case SUM -> () -> a.aggregateAll(Aggregator.SUM);
      case MIN -> () -> a.aggregateAll(Aggregator.MINIMUM);
      case MAX -> () -> a.aggregateAll(Aggregator.MAXIMUM);
      case SCALED_ADD, ADD_NEW, MULTIPLY_NEW, EXP_NEW, SCALED_ADD_NEW -> null;
    };
  }

  @Override
  public double[] numbers(Object result) {
    return ((Access1D<?>) result).toRawCopy1D();
  }

  @Override
  public void threads(int count) {
    OjAlgoUtils.limitThreadsTo(count);
  }
}
