package dev.synth.internal.neural.layer;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A matrix product c = op(a) · op(b) that is prepared once and computed in every step.
 *
 * <p>In single precision on a CPU it calls the same BLAS routine as {@code Nd4j.gemm} does, without
 * that method's checks, which take longer than a small product. Elsewhere it is {@code Nd4j.gemm}.
 *
 * @param a the left matrix
 * @param transposeA whether op(a) = aᵀ
 * @param b the right matrix
 * @param transposeB whether op(b) = bᵀ
 * @param c where the product goes; neither a nor b
 */
public record MatrixProduct(Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c) {
  // The values of cblas.h.
  private static final int COLUMN_MAJOR = 102;
  private static final int AS_IS = 111;
  private static final int TRANSPOSED = 112;

  public MatrixProduct {
    int inner = transposeA ? a.rows() : a.columns();
    if (inner != (transposeB ? b.columns() : b.rows())
        || c.rows() != (transposeA ? a.columns() : a.rows())
        || c.columns() != (transposeB ? b.rows() : b.columns())) {
      throw new IllegalArgumentException("the matrices' sizes do not fit");
    }
  }

  /** Sets c to the product. */
  public void compute() {
    compute(0);
  }

  /** Adds the product to c. */
  public void add() {
    compute(1);
  }

  private void compute(float kept) {
    FloatPointer left = a.floatPointer();
    FloatPointer right = b.floatPointer();
    FloatPointer result = c.floatPointer();
    if (left == null || right == null || result == null || !NeuralRuntime.onCpu()) {
      computeByBackend(kept);
      return;
    }
    openblas_nolapack.cblas_sgemm(
        COLUMN_MAJOR,
        transposeA ? TRANSPOSED : AS_IS,
        transposeB ? TRANSPOSED : AS_IS,
        c.rows(),
        c.columns(),
        transposeA ? a.rows() : a.columns(),
        1f,
        left,
        a.rows(),
        right,
        b.rows(),
        kept,
        result,
        c.rows());
  }

  /** Our loops run in this process's memory: a backend with its own is sent the operands. */
  private void computeByBackend(float kept) {
    if (!NeuralRuntime.onCpu()) {
      Nd4j.getAffinityManager().tagLocation(a.array(), Location.HOST);
      Nd4j.getAffinityManager().tagLocation(b.array(), Location.HOST);
      Nd4j.getAffinityManager().tagLocation(c.array(), Location.HOST);
    }
    Nd4j.gemm(a.array(), b.array(), c.array(), transposeA, transposeB, 1, kept);
    if (!NeuralRuntime.onCpu()) {
      Nd4j.getAffinityManager().ensureLocation(c.array(), Location.HOST);
    }
  }
}
