package dev.synth.internal.validate.metric;

import dev.synth.internal.stats.Present;
import java.util.TreeSet;

/** The cuts at a fifth, two fifths … of some real values, by which numbers become categories. */
public final class Quintiles {
  private static final int BINS = 5;

  private Quintiles() {}

  /** Returns the distinct values at a fifth, two fifths … of the sorted present values. */
  public static double[] cuts(double[] values) {
    double[] sorted = Present.sorted(values);
    TreeSet<Double> cuts = new TreeSet<>();
    for (int bin = 1; bin < BINS && sorted.length > 0; bin++) {
      cuts.add(sorted[(int) ((long) bin * sorted.length / BINS)]);
    }
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns the number of cuts below a value. */
  public static int bin(double value, double[] cuts) {
    int bin = 0;
    while (bin < cuts.length && value > cuts[bin]) {
      bin++;
    }
    return bin;
  }
}
