package io.lanewise.jmh.compare;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/// A plain Java loop over `double[]`: the peer where there is no NumPy.
final class PlainLoop implements Call {
  private final DoubleBinaryOperator operator;
  private final double[] a;
  private final double[] b;
  private final double[] out;

  PlainLoop(DoubleBinaryOperator operator, double[] a, double[] b, double[] out) {
    this.operator = operator;
    this.a = a;
    this.b = b;
    this.out = out;
  }

  /// The loop as a peer, in a class of its own, see [OwnProfile].
  static Peer peer(DoubleBinaryOperator operator, double[] a, double[] b) {
    double[] out = new double[a.length];
    Call loop = (Call) OwnProfile.copy(PlainLoop.class, operator, a, b, out);
    return new Peer("java loop", List.of(Loop.of(loop)), () -> (double[]) loop.run());
  }

  @Override
  public Object run() {
    for (int i = 0; i < out.length; i++) {
      out[i] = operator.applyAsDouble(a[i], b[i]);
    }
    return out;
  }
}
