package dev.synth.internal.stats;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Average precision, Σ (Rₙ − Rₙ₋₁)·Pₙ over the distinct scores from the highest down: the area
 * under the precision-recall curve without interpolation, as scikit-learn's {@code
 * average_precision_score}.
 *
 * <p>In (0, 1]; the share of positives is what scores that say nothing give. Rows of equal score
 * are one step, so that their order does not matter. Rows may count several times, or a fraction.
 */
public final class AveragePrecision {
  private double positives;
  private double rows;
  private double sum;

  /**
   * Returns the average precision of plain scores.
   *
   * @param scores one a row, finite
   * @param positive which rows are positive
   * @return in (0, 1]; NaN where no row is positive
   */
  public static double of(double[] scores, BitSet positive) {
    int[] order = order(scores);
    AveragePrecision precision = new AveragePrecision();
    int next = 0;
    while (next < order.length) {
      double score = scores[order[next]];
      int first = next;
      int positives = 0;
      while (next < order.length && scores[order[next]] == score) {
        positives += positive.get(order[next++]) ? 1 : 0;
      }
      precision.step(positives, next - first - positives);
    }
    return precision.value();
  }

  /**
   * Returns what average precision is the mean of: for each positive row the share of positives
   * among the rows that score as high as it or higher.
   *
   * @param scores one a row, finite
   * @param positive which rows are positive
   * @return one a positive row, in the order of rows
   */
  public static double[] atPositives(double[] scores, BitSet positive) {
    int[] order = order(scores);
    double[] shares = new double[scores.length];
    int positives = 0;
    int next = 0;
    while (next < order.length) {
      int first = next;
      while (next < order.length && scores[order[next]] == scores[order[first]]) {
        positives += positive.get(order[next++]) ? 1 : 0;
      }
      for (int place = first; place < next; place++) {
        shares[order[place]] = (double) positives / next;
      }
    }
    return positive.stream().mapToDouble(row -> shares[row]).toArray();
  }

  /** Returns the rows, the highest score first. */
  private static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(row -> -scores[row]))
        .mapToInt(row -> row)
        .toArray();
  }

  /**
   * Goes down to the next distinct score.
   *
   * @param newPositives how many positives have it, at least 0
   * @param newNegatives how many negatives have it, at least 0
   */
  public void step(double newPositives, double newNegatives) {
    positives += newPositives;
    rows += newPositives + newNegatives;
    if (newPositives > 0) {
      sum += newPositives * (positives / rows);
    }
  }

  /** Returns the average precision of all steps; NaN where no step had a positive. */
  public double value() {
    return positives > 0 ? sum / positives : Double.NaN;
  }
}
