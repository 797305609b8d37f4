package dev.synth.internal.neural.flow;

import dev.synth.internal.neural.layer.Matrix;

/**
 * A time in [0, 1] as sines and cosines of rising frequency, as Vaswani et al. (NeurIPS 2017)
 * encode positions: a network tells times that are near each other apart more easily that way.
 */
final class StepFeatures {
  private static final int FREQUENCIES = 6;

  /** The number of features that stand for a time. */
  static final int COUNT = 2 * FREQUENCIES;

  private StepFeatures() {}

  /** Writes a time into a row, from an offset on: sin and cos of 2ᵏ·π/2·t for k = 0 … 5. */
  static void write(double time, Matrix rows, int row, int offset) {
    double angle = time * Math.PI / 2;
    for (int k = 0; k < FREQUENCIES; k++) {
      rows.set((offset + 2 * k) * rows.rows() + row, Math.sin(angle));
      rows.set((offset + 2 * k + 1) * rows.rows() + row, Math.cos(angle));
      angle *= 2;
    }
  }
}
