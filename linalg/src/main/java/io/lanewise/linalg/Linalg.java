package io.lanewise.linalg;

import io.lanewise.linalg.kernel.Cholesky;
import io.lanewise.linalg.kernel.HouseholderQr;
import io.lanewise.linalg.kernel.KernelChoice;
import io.lanewise.linalg.kernel.LuFactors;
import io.lanewise.linalg.kernel.TriangularSolve;
import io.lanewise.ndarray.DType;
import io.lanewise.ndarray.NDArray;
import io.lanewise.ndarray.ShapeException;
import io.lanewise.ndarray.Shapes;

/// Linear algebra on arrays, with the names, shapes and errors of NumPy's `numpy.linalg`.
///
/// Matrices are the last two dimensions; where there are more, they are stacks, and the leading
/// dimensions of several operands broadcast. Results are new arrays in C order. Products keep their
/// dtype; decompositions give float32 for float32 and float64 for float64, integers and bool, and
/// compute in float64. Results depend on the values alone: not on layout, storage, lanes or
/// threads. Products above 2e7 operations run on the library's shared threads.
public final class Linalg {
  private static final double SMALLEST = 1e-200;
  private static final double LARGEST = 1e300;

  private Linalg() {}

  /// The matrix product `a @ b`: (..., m, k) times (..., k, n) gives (..., m, n). A 1-D `a` is a
  /// row, a 1-D `b` a column, and the dimension is missing in the result: (k,) times (k,) is 0-d.
  /// Operands of different dtype are promoted; integers wrap, of bools the result is whether any
  /// pair is true. Between matrices every element is the chain of fused multiply-adds over k, in
  /// order. Source: `numpy.matmul`.
  ///
  /// @throws ShapeException if an operand is 0-d or the core dimensions differ
  /// @throws io.lanewise.ndarray.BroadcastException if the leading dimensions do not broadcast
  /// @throws io.lanewise.ndarray.NoLoopException for complex dtypes
  public static NDArray matmul(NDArray a, NDArray b) {
    return new Matmul(a, b).run();
  }

  /// [#matmul(NDArray, NDArray)] into `out`, which is returned. `out` may overlap the operands:
  /// `matmul(a, a, a)` is the square of `a`.
  ///
  /// @throws io.lanewise.ndarray.ReadOnlyArrayException if `out` is read-only
  /// @throws io.lanewise.ndarray.BroadcastException if `out` has another shape than the product
  /// @throws io.lanewise.ndarray.CastingException if the product's dtype does not become that of
  ///   `out` within its kind
  public static NDArray matmul(NDArray a, NDArray b, NDArray out) {
    return new Matmul(a, b).run(out);
  }

  /// The sum of products over the last axis of `a` and the last but one (or only) axis of `b`: of
  /// vectors the inner product, of matrices the matrix product, of (2,3,4) and (5,4,6) the
  /// (2,3,5,6) of all pairs of rows and columns. A 0-d operand multiplies. Source: `numpy.dot`.
  ///
  /// @throws ShapeException if the summed lengths differ
  public static NDArray dot(NDArray a, NDArray b) {
    if (a.ndim() == 0 || b.ndim() == 0) {
      return a.multiply(b);
    }
    int summed = Math.max(0, b.ndim() - 2);
    long k = a.shape(-1);
    if (k != b.shape(summed)) {
      throw new ShapeException(
          "shapes %s and %s not aligned: %d (dim %d) != %d (dim %d)"
              .formatted(
                  Shapes.toString(a.shape()),
                  Shapes.toString(b.shape()),
                  k,
                  a.ndim() - 1,
                  b.shape(summed),
                  summed));
    }
    if (b.ndim() <= 2) {
      return matmul(a, b);
    }
    // (..., k, n) becomes (k, ... n), one matrix
    int[] axes = new int[b.ndim()];
    axes[0] = summed;
    for (int axis = 0; axis < summed; axis++) {
      axes[axis + 1] = axis;
    }
    axes[summed + 1] = summed + 1;
    long[] rest = Stacks.leading(b, 2);
    long columns = Math.multiplyExact(Shapes.size(rest), b.shape(-1));
    long[] lead = Stacks.leading(a, 1);
    NDArray left = a.reshape(Shapes.size(lead), k);
    NDArray right = b.transpose(axes).reshape(k, columns);
    return matmul(left, right).reshape(Stacks.shape(Stacks.shape(lead, rest), b.shape(-1)));
  }

  /// The reduced QR decomposition of (..., m, n) matrices by Householder reflections, blocked.
  /// Source: `numpy.linalg.qr`, mode 'reduced'.
  ///
  /// @throws ShapeException if `a` has fewer than two dimensions
  public static Qr qr(NDArray a) {
    DType type = requireMatrix(a);
    long m = a.shape(-2);
    long n = a.shape(-1);
    long k = Math.min(m, n);
    long[] lead = Stacks.leading(a, 2);
    NDArray q = NDArray.empty(type, Stacks.shape(lead, m, k));
    NDArray r = NDArray.empty(type, Stacks.shape(lead, k, n));
    if (k > 0) {
      Stacks.forEach(
          lead,
          index -> {
            HouseholderQr factors = factor(Stacks.at(a, 2, index));
            Stacks.at(q, 2, index).set(NDArray.of(factors.q()).reshape(k, m).T());
            Stacks.at(r, 2, index).set(triangle(factors, (int) k, (int) n));
          });
    }
    return new Qr(q, r);
  }

  /// The R of [#qr(NDArray)] alone, which takes half the time. Source: `numpy.linalg.qr`, mode 'r'.
  ///
  /// @throws ShapeException if `a` has fewer than two dimensions
  public static NDArray qrR(NDArray a) {
    DType type = requireMatrix(a);
    long n = a.shape(-1);
    long k = Math.min(a.shape(-2), n);
    long[] lead = Stacks.leading(a, 2);
    NDArray r = NDArray.empty(type, Stacks.shape(lead, k, n));
    if (k > 0) {
      Stacks.forEach(
          lead,
          index ->
              Stacks.at(r, 2, index)
                  .set(triangle(factor(Stacks.at(a, 2, index)), (int) k, (int) n)));
    }
    return r;
  }

  private static DType requireMatrix(NDArray a) {
    Stacks.requireMatrix(a);
    return Stacks.type(a);
  }

  private static HouseholderQr factor(NDArray a) {
    Stacks.size(a);
    return new HouseholderQr(a.T().toDoubleArray(), (int) a.shape(0), (int) a.shape(1));
  }

  private static NDArray triangle(HouseholderQr factors, int k, int n) {
    double[] r = new double[k * n];
    for (int i = 0; i < k; i++) {
      for (int j = i; j < n; j++) {
        r[i * n + j] = factors.r(i, j);
      }
    }
    return NDArray.of(r).reshape(k, n);
  }

  /// The lower triangular L with A = L L' of (..., n, n) symmetric positive definite matrices, of
  /// which only the lower triangle is read. Source: `numpy.linalg.cholesky`.
  ///
  /// @throws ShapeException if the matrices are not square
  /// @throws LinAlgException if one is not positive definite
  public static NDArray cholesky(NDArray a) {
    Stacks.requireSquare(a);
    DType type = Stacks.type(a);
    int n = Math.toIntExact(a.shape(-1));
    NDArray result = NDArray.empty(type, a.shape());
    Stacks.forEach(
        Stacks.leading(a, 2),
        index -> {
          Stacks.size(a);
          double[] l = Stacks.at(a, 2, index).toDoubleArray();
          if (!Cholesky.factor(l, n)) {
            throw new LinAlgException("Matrix is not positive definite");
          }
          Stacks.at(result, 2, index).set(NDArray.of(l).reshape(n, n));
        });
    return result;
  }

  /// The x with `a x = b` for (..., n, n) matrices by LU decomposition with partial pivoting. A 1-D
  /// `b` is one right-hand side, (n,); otherwise `b` is (..., n, k). Source: `numpy.linalg.solve`.
  ///
  /// @throws ShapeException if `a` is not square or `b` has another number of rows
  /// @throws LinAlgException if a matrix is singular
  public static NDArray solve(NDArray a, NDArray b) {
    Stacks.requireSquare(a);
    requireRows("solve", a, b);
    int n = Math.toIntExact(a.shape(-1));
    return eachSystem(
        a,
        b,
        (matrix, x, columns) -> {
          LuFactors factors = new LuFactors(matrix.toDoubleArray(), n);
          if (factors.isSingular()) {
            throw new LinAlgException("Singular matrix");
          }
          factors.solve(x, columns);
        });
  }

  /// The x with `t x = b` for the given triangle of (..., n, n) matrices; the other triangle is not
  /// read. To solve with the transposed matrix pass `t.T()` and the other triangle. Shapes as in
  /// [#solve(NDArray, NDArray)]. Source: `scipy.linalg.solve_triangular`.
  ///
  /// @throws ShapeException if `t` is not square or `b` has another number of rows
  /// @throws LinAlgException if a diagonal element is zero
  public static NDArray solveTriangular(NDArray t, NDArray b, Triangle triangle) {
    Stacks.requireSquare(t);
    requireRows("solve_triangular", t, b);
    int n = Math.toIntExact(t.shape(-1));
    return eachSystem(
        t,
        b,
        (matrix, x, columns) -> {
          double[] values = matrix.toDoubleArray();
          for (int i = 0; i < n; i++) {
            if (values[i * n + i] == 0) {
              throw new LinAlgException(
                  "Singular matrix: the diagonal element at index " + i + " is zero");
            }
          }
          TriangularSolve.solve(
              values, 0, n, n, triangle == Triangle.LOWER, false, x, 0, columns, columns);
        });
  }

  private static void requireRows(String name, NDArray a, NDArray b) {
    if (b.ndim() == 0) {
      throw new ShapeException(
          name + ": Input operand 1 does not have enough dimensions (has 0, requires 1)");
    }
    boolean vector = b.ndim() == 1;
    long rows = vector ? b.shape(0) : b.shape(-2);
    if (rows != a.shape(-1)) {
      throw new ShapeException(
          ("%s%s: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature %s"
                  + " (size %d is different from %d): shapes %s and %s")
              .formatted(
                  name,
                  vector ? "1" : "",
                  vector ? "(m,m),(m)->(m)" : "(m,m),(m,n)->(m,n)",
                  rows,
                  a.shape(-1),
                  Shapes.toString(a.shape()),
                  Shapes.toString(b.shape())));
    }
  }

  /// Solves for the row-major right-hand sides in `x`, in place.
  private interface Solver {
    void solve(NDArray matrix, double[] x, int columns);
  }

  private static NDArray eachSystem(NDArray a, NDArray b, Solver solver) {
    DType type = Stacks.type(a, b);
    int core = b.ndim() == 1 ? 1 : 2;
    Stacks.size(a);
    long n = a.shape(-1);
    int columns = core == 1 ? 1 : Math.toIntExact(b.shape(-1));
    long[] lead = Shapes.broadcast(Stacks.leading(a, 2), Stacks.leading(b, core));
    long[] own = core == 1 ? new long[] {n} : new long[] {n, columns};
    NDArray result = NDArray.empty(type, Stacks.shape(lead, own));
    if (n == 0) {
      return result;
    }
    Stacks.forEach(
        lead,
        index -> {
          double[] x = Stacks.at(b, core, index).toDoubleArray();
          solver.solve(Stacks.at(a, 2, index), x, columns);
          Stacks.at(result, core, index).set(NDArray.of(x).reshape(own));
        });
    return result;
  }

  /// The square root of the sum of squares of all elements: the Euclidean norm of a vector, the
  /// Frobenius norm of a matrix. Neither overflows nor underflows on the way. Source:
  /// `numpy.linalg.norm`.
  public static double norm(NDArray x) {
    Stacks.type(x);
    return euclidean(x.toDoubleArray());
  }

  /// A norm of a vector or a matrix. Source: `numpy.linalg.norm`.
  ///
  /// @throws IllegalArgumentException for the Frobenius norm of a vector
  /// @throws ShapeException if `x` is neither a vector nor a matrix
  /// @throws LinAlgException from [Norm#TWO] of a matrix with a NaN or an infinity
  public static double norm(NDArray x, Norm norm) {
    Stacks.type(x);
    if (x.ndim() == 1) {
      return vectorNorm(x.toDoubleArray(), norm);
    }
    if (x.ndim() != 2) {
      throw new ShapeException(
          "Improper number of dimensions to norm: shape " + Shapes.toString(x.shape()));
    }
    return switch (norm) {
      case FROBENIUS -> euclidean(x.toDoubleArray());
      case TWO -> greatestSingularValue(x);
      case INF -> greatestRowSum(x);
      case ONE -> greatestRowSum(x.T());
    };
  }

  private static double vectorNorm(double[] x, Norm norm) {
    return switch (norm) {
      case FROBENIUS -> throw new IllegalArgumentException("Invalid norm order 'fro' for vectors");
      case TWO -> euclidean(x);
      case ONE -> {
        double sum = 0;
        for (double value : x) {
          sum += Math.abs(value);
        }
        yield sum;
      }
      case INF -> greatest(x);
    };
  }

  private static double greatest(double[] x) {
    double greatest = 0;
    for (double value : x) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest;
  }

  private static double euclidean(double[] x) {
    double square = square(x);
    if (square >= SMALLEST && square <= LARGEST) {
      return Math.sqrt(square);
    }
    double greatest = greatest(x);
    if (greatest == 0 || !(greatest <= Double.MAX_VALUE)) {
      return greatest;
    }
    int scale = -Math.getExponent(greatest);
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.scalb(x[i], scale);
    }
    return Math.scalb(Math.sqrt(square(x)), -scale);
  }

  private static double square(double[] x) {
    double[] square = new double[1];
    KernelChoice.KERNELS.dots(x, 0, x, 0, 0, 1, x.length, square, 0, 1, new double[32]);
    return square[0];
  }

  private static double greatestRowSum(NDArray x) {
    double[] values = x.toDoubleArray();
    int n = (int) x.shape(1);
    double greatest = 0;
    for (int i = 0; i < x.shape(0); i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += Math.abs(values[i * n + j]);
      }
      greatest = Math.max(greatest, sum);
    }
    return greatest;
  }

  private static double greatestSingularValue(NDArray x) {
    if (x.size() == 0) {
      return 0;
    }
    Stacks.size(x);
    // column-major of the taller orientation; the singular values are the same
    boolean tall = x.shape(0) >= x.shape(1);
    int m = (int) Math.max(x.shape(0), x.shape(1));
    int n = (int) Math.min(x.shape(0), x.shape(1));
    double[] s = new double[n];
    JacobiSvd.decompose((tall ? x.T() : x).toDoubleArray(), m, n, s, new double[n * n]);
    return s[0];
  }
}
