package dev.synth.evaluate;

/**
 * Figures of calibration: the distance of scores from probabilities. Neither figure depends on the
 * order of the rows; of rows with equal scores none comes before another.
 */
public final class Probabilities {
  /** As many as {@link Curves#calibrationError} has, so that the two can be read together. */
  private static final int BINS = 10;

  /** Scores of 0 and 1 are moved in by this much, as scikit-learn's {@code log_loss} does. */
  private static final double SMALLEST = Math.ulp(1.0);

  private Probabilities() {}

  /**
   * The mean negative log-likelihood of the classes, −mean ln p(class), with scores kept within
   * [2⁻⁵², 1 − 2⁻⁵²].
   *
   * @return at least 0; lower is better
   */
  public static double logLoss(ScoredRows rows) {
    double sum = 0;
    for (double score : rows.sortedRareScores()) {
      sum -= StrictMath.log(inside(score));
    }
    for (double score : rows.sortedOtherScores()) {
      sum -= StrictMath.log(1 - inside(score));
    }
    return sum / rows.rowCount();
  }

  private static double inside(double score) {
    return Math.min(1 - SMALLEST, Math.max(SMALLEST, score));
  }

  /**
   * Expected calibration error over ten bins of equally many rows: Σ (nᵦ/n)·|mean score of the bin
   * − share of rare rows in it|. It is that of Nguyen and O'Connor (EMNLP 2015, section 3.2, in the
   * L1 form), called "equal mass" by Roelofs et al. (AISTATS 2022). Bin b of B has the rows of
   * ranks ⌊b·n/B⌋ to ⌊(b + 1)·n/B⌋ − 1. Of rows with equal scores that a bin's end cuts through,
   * each bin takes the same share of rare rows.
   *
   * <p>Unlike bins of equal width it does not put nearly all rows into the first bin. Still, where
   * rare rows are very rare, all of them stand in the last bin or two.
   *
   * @return in [0, 1]; lower is better
   */
  public static double calibrationError(ScoredRows rows) {
    int count = rows.rowCount();
    double[] excess = new double[Math.min(BINS, count)];
    ScoredRows.Descent descent = rows.descent();
    int before = 0;
    int rareBefore = 0;
    while (descent.next()) {
      int size = descent.alerts() - before;
      double share = (double) (descent.truePositives() - rareBefore) / size;
      spread(excess, new int[] {before, descent.alerts(), count}, descent.score() - share);
      before = descent.alerts();
      rareBefore = descent.truePositives();
    }
    double sum = 0;
    for (double binExcess : excess) {
      sum += Math.abs(binExcess);
    }
    return sum / count;
  }

  /** Adds what each of the rows of some ranks has in excess to their bins. */
  private static void spread(double[] excess, int[] fromToCount, double each) {
    long count = fromToCount[2];
    for (int bin = 0; bin < excess.length; bin++) {
      long starts = bin * count / excess.length;
      long ends = (bin + 1) * count / excess.length;
      long inside = Math.min(ends, fromToCount[1]) - Math.max(starts, fromToCount[0]);
      excess[bin] += Math.max(0, inside) * each;
    }
  }
}
