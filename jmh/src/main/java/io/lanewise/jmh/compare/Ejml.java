package io.lanewise.jmh.compare;

import java.util.List;
import java.util.function.Supplier;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;

/// EJML, a linear algebra library in plain Java: the peer of `compare linalg` where there is no
/// NumPy. Matrices are float64, square and in C order.
final class Ejml {
  private static final String NAME = "ejml-ddense";

  private Ejml() {}

  static Peer product(double[] a, double[] b, int n) {
    DMatrixRMaj left = DMatrixRMaj.wrap(n, n, a);
    DMatrixRMaj right = DMatrixRMaj.wrap(n, n, b);
    DMatrixRMaj out = new DMatrixRMaj(n, n);
    return peer(
        () -> {
          CommonOps_DDRM.mult(left, right, out);
          return out;
        });
  }

  static Peer solution(double[] a, double[] b, int n) {
    DMatrixRMaj matrix = DMatrixRMaj.wrap(n, n, a);
    DMatrixRMaj right = DMatrixRMaj.wrap(n, 1, b);
    return peer(
        () -> {
          DMatrixRMaj x = new DMatrixRMaj(n, 1);
          CommonOps_DDRM.solve(matrix, right, x);
          return x;
        });
  }

  static Peer cholesky(double[] a, int n) {
    DMatrixRMaj matrix = DMatrixRMaj.wrap(n, n, a);
    return peer(
        () -> {
          CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
          cholesky.decompose(matrix.copy());
          return cholesky.getT(null);
        });
  }

  /// The value is the magnitudes of R: the signs of its rows are free.
  static Peer qr(double[] a, int n) {
    DMatrixRMaj matrix = DMatrixRMaj.wrap(n, n, a);
    Supplier<QRDecomposition<DMatrixRMaj>> factor =
        () -> {
          QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(n, n);
          qr.decompose(matrix.copy());
          return qr;
        };
    return new Peer(
        NAME,
        List.of(Loop.of(() -> factor.get().getQ(null, true))),
        () -> {
          DMatrixRMaj r = factor.get().getR(null, true);
          CommonOps_DDRM.abs(r);
          return r.data;
        });
  }

  private static Peer peer(Supplier<DMatrixRMaj> call) {
    return new Peer(NAME, List.of(Loop.of(call::get)), () -> call.get().data);
  }
}
