package io.lanewise.jmh.compare;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/// EJML's columns.
final class EjmlArrays implements Library {
  @Override
  public String name() {
    return "ejml 0.44.0";
  }

  @Override
  public Call call(Operation operation, double[] x, double[] y) {
    DMatrixRMaj a = DMatrixRMaj.wrap(x.length, 1, x.clone());
    DMatrixRMaj b = DMatrixRMaj.wrap(y.length, 1, y.clone());
    DMatrixRMaj out = new DMatrixRMaj(x.length, 1);
    return switch (operation) {
      case ADD -> () -> CommonOps_DDRM.add(a, b, out);
      case MULTIPLY -> () -> CommonOps_DDRM.elementMult(a, b, out);
      case EXP -> () -> CommonOps_DDRM.elementExp(a, out);
      case SCALED_ADD -> () -> CommonOps_DDRM.add(2.5, a, 1, b, out);
      case ADD_NEW -> () -> CommonOps_DDRM.add(a, b, null);
      case MULTIPLY_NEW -> () -> CommonOps_DDRM.elementMult(a, b, null);
      case EXP_NEW -> () -> CommonOps_DDRM.elementExp(a, null);
      case SCALED_ADD_NEW -> () -> CommonOps_DDRM.add(2.5, a, 1, b, null);
      case SUM -> () -> CommonOps_DDRM.elementSum(a);
      case MIN -> () -> CommonOps_DDRM.elementMin(a);
      case MAX -> () -> CommonOps_DDRM.elementMax(a);
    };
  }

  @Override
  public double[] numbers(Object result) {
    return ((DMatrixRMaj) result).data;
  }
}
