package dev.synth.evaluate;

/**
 * The confusion matrix of a threshold: the four counts, and the rates that follow from them.
 *
 * <p>A rate whose denominator is zero is 0, as scikit-learn has it by default: a classifier that
 * raises no alert has precision 0.
 *
 * @param truePositives rare rows with an alert
 * @param falsePositives other rows with an alert
 * @param falseNegatives rare rows without
 * @param trueNegatives other rows without
 */
public record Confusion(
    int truePositives, int falsePositives, int falseNegatives, int trueNegatives) {
  public Confusion {
    if (Math.min(Math.min(truePositives, falsePositives), Math.min(falseNegatives, trueNegatives))
        < 0) {
      throw new IllegalArgumentException("a count is below 0");
    }
  }

  /** Returns the number of alerts. */
  public int alerts() {
    return truePositives + falsePositives;
  }

  /** Returns the number of rare rows. */
  public int rareRows() {
    return truePositives + falseNegatives;
  }

  /** Returns the number of rows. */
  public int rows() {
    return truePositives + falsePositives + falseNegatives + trueNegatives;
  }

  /** Returns the sums of these counts and others. */
  public Confusion plus(Confusion other) {
    return new Confusion(
        truePositives + other.truePositives,
        falsePositives + other.falsePositives,
        falseNegatives + other.falseNegatives,
        trueNegatives + other.trueNegatives);
  }

  /** TP / (TP + FP), in [0, 1]: the share of alerts that are right. */
  public double precision() {
    return ratio(truePositives, alerts());
  }

  /** TP / (TP + FN), in [0, 1]: the share of rare rows that are found. */
  public double recall() {
    return ratio(truePositives, rareRows());
  }

  /** FP / (FP + TN), in [0, 1]: the share of other rows with an alert. */
  public double falsePositiveRate() {
    return ratio(falsePositives, falsePositives + trueNegatives);
  }

  /**
   * (1 + β²)·TP / ((1 + β²)·TP + β²·FN + FP), in [0, 1]: the weighted harmonic mean of precision
   * and recall (van Rijsbergen 1979, chapter 7).
   *
   * @param beta how many times recall matters more than precision, above 0
   */
  public double fBeta(double beta) {
    double weight = beta * beta;
    double hits = (1 + weight) * truePositives;
    return ratio(hits, hits + weight * falseNegatives + falsePositives);
  }

  /**
   * Matthews' correlation coefficient, (TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)), in [−1,
   * 1] (Matthews 1975). 0 where a factor is 0.
   */
  public double matthews() {
    double product =
        ((double) truePositives + falsePositives)
            * ((double) truePositives + falseNegatives)
            * ((double) trueNegatives + falsePositives)
            * ((double) trueNegatives + falseNegatives);
    double covariance =
        (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
    return ratio(covariance, Math.sqrt(product));
  }

  private static double ratio(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }
}
