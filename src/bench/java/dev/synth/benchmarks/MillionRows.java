package dev.synth.benchmarks;

import dev.synth.base.RandomStream;
import java.util.Arrays;

/**
 * A million rows of {@link TwoClasses}, as linear classifiers see them.
 *
 * <p>A direction w scores a row of independent standard normal columns |w|·z with z standard
 * normal, and a rare one |w|·z + w·μ. Average precision does not mind the factor |w|, so that the
 * rows are drawn and sorted once, and each classifier only moves the rare ones by w·μ/|w|: its
 * scores are those of a million rows that nobody has seen, the same random numbers for all
 * classifiers.
 */
final class MillionRows {
  private static final int ROWS = 1_000_000;

  private final double shift;
  private final double[] rare;
  private final double[] others;

  /**
   * Draws them.
   *
   * @param rareShare the share of rare rows, in (0, 1)
   */
  MillionRows(TwoClasses population, double rareShare, RandomStream stream) {
    shift = population.shift();
    rare = sorted((int) (rareShare * ROWS), stream);
    others = sorted(ROWS - rare.length, stream);
  }

  private static double[] sorted(int size, RandomStream stream) {
    double[] values = new double[size];
    Arrays.setAll(values, i -> stream.nextGaussian());
    Arrays.sort(values);
    return values;
  }

  double averagePrecision(LinearDiscriminant classifier) {
    double along = 0;
    double squares = 0;
    for (double weight : classifier.direction()) {
      along += weight * shift;
      squares += weight * weight;
    }
    double moved = along / Math.sqrt(squares);
    int next = others.length - 1;
    double sum = 0;
    for (int i = rare.length - 1; i >= 0; i--) {
      while (next >= 0 && others[next] >= rare[i] + moved) {
        next--;
      }
      double caught = rare.length - i;
      sum += caught / (caught + others.length - 1 - next);
    }
    return sum / rare.length;
  }
}
