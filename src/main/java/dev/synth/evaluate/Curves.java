package dev.synth.evaluate;

import dev.synth.internal.stats.AveragePrecision;
import dev.synth.internal.stats.RocArea;

/**
 * Figures of the whole range of thresholds: precision-recall, ROC and calibration.
 *
 * <p>Rows of equal score are alerted together, never in the order in which they happen to stand.
 */
public final class Curves {
  /**
   * The fewest false alarms that a false-positive rate must stand for before it is worth reading.
   * With rate × normals ≥ 20 the rate is known to about a fifth.
   */
  static final int FEWEST_FALSE_ALARMS = 20;

  private static final int CALIBRATION_BINS = 10;

  private Curves() {}

  /**
   * Average precision, see {@link AveragePrecision}.
   *
   * @return in (0, 1]; the share of rare rows is what a score without information gives
   */
  public static double averagePrecision(ScoredRows rows) {
    ScoredRows.Descent descent = rows.descent();
    AveragePrecision precision = new AveragePrecision();
    double rareBefore = 0;
    double othersBefore = 0;
    while (descent.next()) {
      precision.step(descent.caughtWeight() - rareBefore, descent.falseWeight() - othersBefore);
      rareBefore = descent.caughtWeight();
      othersBefore = descent.falseWeight();
    }
    return precision.value();
  }

  /**
   * Area under the ROC curve, {@link RocArea}: the probability that a rare row scores above another
   * row, equal scores counting half.
   *
   * @return in [0, 1]; ½ for a score without information. Flatters where the classes are far from
   *     even, so never read it alone
   */
  public static double rocAuc(ScoredRows rows) {
    return RocArea.of(rows.sortedOtherScores(), rows.sortedRareScores());
  }

  /**
   * The highest recall of any threshold whose false-positive rate is at most a level.
   *
   * @param rate in (0, 1)
   * @return in [0, 1]; skipped where rate × other rows is below 20
   */
  public static MetricValue recallAtFalsePositiveRate(ScoredRows rows, double rate) {
    if (tooFewFor(rows, rate)) {
      return new MetricValue.Skipped(tooFewFalseAlarms(rows, rate));
    }
    ScoredRows.Descent descent = rows.descent();
    double recall = 0;
    while (descent.next() && descent.falsePositives() <= rate * rows.otherCount()) {
      recall = descent.recall();
    }
    return new MetricValue.Value(recall);
  }

  /**
   * The highest recall of any threshold whose precision is at least a level.
   *
   * @param precision in (0, 1]
   * @return in [0, 1]; 0 where no threshold is that precise
   */
  public static double recallAtPrecision(ScoredRows rows, double precision) {
    ScoredRows.Descent descent = rows.descent();
    double recall = 0;
    while (descent.next()) {
      if (descent.precision() >= precision) {
        recall = descent.recall();
      }
    }
    return recall;
  }

  /**
   * The share of rare rows among the k highest scores. Of a group of equal scores that k cuts
   * through, the expected share is taken.
   *
   * @param k at least 1
   * @return in [0, 1]; skipped where there are fewer than k rows
   */
  public static MetricValue precisionAt(ScoredRows rows, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k is " + k);
    }
    if (rows.rowCount() < k) {
      return new MetricValue.Skipped(new Unmeasured.FewerRowsThanAlerts(rows.rowCount(), k));
    }
    ScoredRows.Descent descent = rows.descent();
    int alertsBefore = 0;
    int caughtBefore = 0;
    while (descent.next() && descent.alerts() < k) {
      alertsBefore = descent.alerts();
      caughtBefore = descent.truePositives();
    }
    double shareOfGroup = (double) (k - alertsBefore) / (descent.alerts() - alertsBefore);
    return new MetricValue.Value(
        (caughtBefore + shareOfGroup * (descent.truePositives() - caughtBefore)) / k);
  }

  /**
   * The Brier score, the mean of (score − class)² with class 1 for rare rows (Brier 1950).
   *
   * @return in [0, 1]; lower is better
   */
  public static double brier(ScoredRows rows) {
    double sum = 0;
    for (double score : rows.sortedRareScores()) {
      sum += (1 - score) * (1 - score);
    }
    for (double score : rows.sortedOtherScores()) {
      sum += score * score;
    }
    return sum / rows.rowCount();
  }

  /**
   * Expected calibration error (Guo et al. 2017, eq. 3) over the ten equal bins [0, 0.1), …, [0.9,
   * 1]: the mean over rows of |mean score of the row's bin − share of rare rows in it|.
   *
   * @return in [0, 1]; lower is better. Where rare rows are very rare, nearly all rows stand in the
   *     first bin. It then mostly says how much too high the low scores are
   */
  public static double calibrationError(ScoredRows rows) {
    double[] excess = new double[CALIBRATION_BINS];
    for (double score : rows.sortedOtherScores()) {
      excess[bin(score)] += score;
    }
    for (double score : rows.sortedRareScores()) {
      excess[bin(score)] += score - 1;
    }
    double sum = 0;
    for (double binExcess : excess) {
      sum += Math.abs(binExcess);
    }
    return sum / rows.rowCount();
  }

  static boolean tooFewFor(ScoredRows rows, double rate) {
    return rate * rows.otherCount() < FEWEST_FALSE_ALARMS;
  }

  static Unmeasured.TooFewFalseAlarms tooFewFalseAlarms(ScoredRows rows, double rate) {
    return new Unmeasured.TooFewFalseAlarms(rate, rows.otherCount(), FEWEST_FALSE_ALARMS);
  }

  private static int bin(double score) {
    return Math.min(CALIBRATION_BINS - 1, (int) (score * CALIBRATION_BINS));
  }
}
