package dev.synth.internal.validate.fidelity;

/** Distances of columns, where there are enough values to say anything of a distribution. */
public final class EnoughValues {
  /** Fewer values say nothing of a distribution. */
  static final int LEAST = 3;

  private EnoughValues() {}

  /** A distance of two samples, in which NaN is a missing value. */
  public interface Distance {
    /** Returns the distance. */
    double between(double[] real, double[] synthetic);
  }

  /**
   * Returns a distance, or NaN where either side has fewer than three values: how many are missing
   * is another metric's business.
   */
  public static double distance(double[] real, double[] synthetic, Distance distance) {
    return isEnough(real) && isEnough(synthetic) ? distance.between(real, synthetic) : Double.NaN;
  }

  private static boolean isEnough(double[] values) {
    int present = 0;
    for (int row = 0; row < values.length && present < LEAST; row++) {
      present += Double.isNaN(values[row]) ? 0 : 1;
    }
    return present == LEAST;
  }
}
