package dev.synth.internal.neural.vae;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.neural.layer.Matrix;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Training holds its memory: nothing is allocated step by step. */
final class VaeMemoryTest {
  private static final int BATCH = 64;

  /** The slack in JavaCPP's count, for pages that the heap touches late; a leak is far above it. */
  private static final long TOLERANCE = 16L << 20;

  @Test
  @Tag("slow")
  void isFlatOverTenThousandSteps() {
    VariationalAutoencoder model =
        new VariationalAutoencoder(
            new Architecture(ElboGradientTest.LAYOUT, List.of(32, 32), 4, 0),
            new Seeds(1).stream("weights"));
    double[][] rows = rows();
    int[] batch = new int[BATCH];
    for (int i = 0; i < BATCH; i++) {
      batch[i] = i;
    }
    RandomStream noise = new Seeds(1).stream("noise");
    try (VaeOptimiser optimiser = new VaeOptimiser(model, BATCH, 0.001, 1)) {
      for (int step = 0; step < 1_000; step++) {
        optimiser.step(rows, batch, noise);
      }
      System.gc();
      long native0 = Pointer.totalBytes();
      long resident = Pointer.physicalBytes();
      for (int step = 0; step < 10_000; step++) {
        optimiser.step(rows, batch, noise);
      }
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(native0);
      // One matrix of 64 × 32 floats a step would be 82 MB.
      assertThat(Pointer.physicalBytes()).isLessThan(resident + TOLERANCE);
    }
  }

  private static double[][] rows() {
    try (Matrix matrix = Matrix.zeros(DataType.FLOAT, BATCH, ElboGradientTest.LAYOUT.width())) {
      ElboGradientTest.fill(matrix, new Seeds(1).stream("rows"));
      double[][] rows = new double[BATCH][matrix.columns()];
      for (int row = 0; row < BATCH; row++) {
        matrix.copyRow(row, rows[row]);
      }
      return rows;
    }
  }
}
