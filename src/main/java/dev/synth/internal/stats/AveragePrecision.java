package dev.synth.internal.stats;

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
