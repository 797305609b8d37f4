package dev.synth.internal.stats;

import java.util.Arrays;

/** The present values of a sample; NaN is a missing one. */
public final class Present {
  private Present() {}

  /** Returns the values that are not NaN, in ascending order; −0 counts as 0. */
  public static double[] sorted(double[] values) {
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
