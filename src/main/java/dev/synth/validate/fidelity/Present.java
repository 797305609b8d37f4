package dev.synth.validate.fidelity;

import java.util.Arrays;

/** The cells of a column that are not missing. */
final class Present {
  /** Fewer values say nothing of a distribution. */
  static final int LEAST_VALUES = 3;

  private Present() {}

  /** Returns the values that are not NaN, in ascending order; −0 counts as 0. */
  static double[] sorted(double[] values) {
    double[] present = new double[values.length];
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        present[count++] = value + 0.0; // -0.0 and 0.0 are one value
      }
    }
    Arrays.sort(present, 0, count);
    return Arrays.copyOf(present, count);
  }
}
