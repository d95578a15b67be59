package io.lanewise.optimize.samebits;

import io.lanewise.linalg.Linalg;
import io.lanewise.linalg.Norm;
import io.lanewise.linalg.Qr;
import io.lanewise.linalg.Triangle;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Products and decompositions over odd sizes, layouts and storages, a hash of all results for
/// each.
final class LinalgBits {
  private static final long SEED = 20_261_127;

  /// Around the heights and widths of the tiles of every lane count, the small products that skip
  /// packing, and blocks of the decompositions.
  private static final int[] SIZES = {1, 2, 3, 5, 8, 13, 16, 17, 24, 25, 31, 33, 48, 65, 97, 130};

  /// More than one block of each kind, and enough for threads.
  private static final int LARGE = 301;

  private LinalgBits() {}

  static void run(Map<String, Long> hashes) {
    for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
      products(dtype, hashes);
      decompositions(dtype, hashes);
    }
  }

  private static void products(DType dtype, Map<String, Long> hashes) {
    BitHash matrices = new BitHash();
    BitHash vectors = new BitHash();
    BitHash norms = new BitHash();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int m : SIZES) {
      for (int k : new int[] {m, 7, 40}) {
        int n = SIZES[random.nextInt(SIZES.length)];
        for (NDArray a : layouts(dtype, m, k, random)) {
          for (NDArray b : layouts(dtype, k, n, random)) {
            matrices.add(Linalg.matmul(a, b));
          }
          NDArray x = matrix(dtype, 1, k, random).reshape(k);
          NDArray y = matrix(dtype, 1, m, random).reshape(m);
          vectors.add(Linalg.matmul(a, x));
          vectors.add(Linalg.matmul(y, a));
          vectors.add(Linalg.dot(x, x.get("::-1")));
          norms.add(Linalg.norm(a), Linalg.norm(a, Norm.ONE), Linalg.norm(a, Norm.INF));
          norms.add(Linalg.norm(x));
        }
      }
    }
    NDArray large = matrix(dtype, LARGE, LARGE, random);
    matrices.add(Linalg.matmul(large, large.T()));
    matrices.add(Linalg.matmul(special(large), large));
    vectors.add(Linalg.matmul(special(large), large.get("0")));
    vectors.add(Linalg.dot(large.reshape(-1), large.T().reshape(-1)));
    matrices.add(
        Linalg.matmul(large.get("0:300").reshape(10, 30, LARGE), large.reshape(1, LARGE, LARGE)));
    hashes.put("matmul_" + dtype, matrices.value());
    hashes.put("dot_" + dtype, vectors.value());
    hashes.put("norm_" + dtype, norms.value());
  }

  private static void decompositions(DType dtype, Map<String, Long> hashes) {
    BitHash qr = new BitHash();
    BitHash cholesky = new BitHash();
    BitHash solve = new BitHash();
    BitHash triangular = new BitHash();
    SplittableRandom random = new SplittableRandom(SEED + 1);
    List<Integer> sizes = new ArrayList<>();
    for (int n : SIZES) {
      sizes.add(n);
    }
    sizes.add(LARGE);
    for (int n : sizes) {
      NDArray rectangle = matrix(dtype, n + 10, n, random);
      for (NDArray a : List.of(rectangle, rectangle.T(), BitHash.offHeap(rectangle))) {
        Qr factors = Linalg.qr(a);
        qr.add(factors.q());
        qr.add(factors.r());
        qr.add(Linalg.qrR(a));
      }
      NDArray square = rectangle.get("10:");
      NDArray right = matrix(dtype, n, 5, random);
      solve.add(Linalg.solve(square, right));
      solve.add(Linalg.solve(square.T(), right.get(":, 0")));
      NDArray factor = Linalg.cholesky(Linalg.matmul(rectangle.T(), rectangle));
      cholesky.add(factor);
      triangular.add(Linalg.solveTriangular(factor, right, Triangle.LOWER));
      triangular.add(Linalg.solveTriangular(factor.T(), right, Triangle.UPPER));
    }
    hashes.put("qr_" + dtype, qr.value());
    hashes.put("cholesky_" + dtype, cholesky.value());
    hashes.put("solve_" + dtype, solve.value());
    hashes.put("triangular_" + dtype, triangular.value());
  }

  /// The same shape in C order, in F order, with steps, and in native memory.
  private static List<NDArray> layouts(DType dtype, int m, int n, SplittableRandom random) {
    return List.of(
        matrix(dtype, m, n, random),
        matrix(dtype, n, m, random).T(),
        matrix(dtype, 2 * m, 3 * n, random).get("::2, ::-3"),
        BitHash.offHeap(matrix(dtype, m, n, random)));
  }

  private static NDArray matrix(DType dtype, int m, int n, SplittableRandom random) {
    double[] values = new double[m * n];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble(-2, 2);
    }
    return NDArray.of(values).reshape(m, n).astype(dtype);
  }

  private static NDArray special(NDArray a) {
    NDArray copy = a.copy();
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, 1e-310, 1e308};
    for (int i = 0; i < values.length; i++) {
      copy.set(7 * i + ", " + 11 * i, values[i]);
    }
    return copy;
  }
}
