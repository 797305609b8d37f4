package dev.synth.internal.evaluate;

import dev.synth.evaluate.ScoredRows;
import java.util.ArrayList;
import java.util.List;

/**
 * A precision-recall curve at fixed recalls: for each twentieth of the rare rows, the highest
 * precision of any threshold that finds that many of them or more (interpolated precision, Manning,
 * Raghavan and Schütze, "Introduction to Information Retrieval", 2008, section 8.4).
 *
 * @param precision at recalls 0.05, 0.1, … 1, each in (0, 1], none above the one before it
 */
public record PrecisionCurve(List<Double> precision) {
  /** The number of recalls. */
  public static final int LEVELS = 20;

  public PrecisionCurve {
    precision = List.copyOf(precision);
    if (precision.size() != LEVELS || !precision.stream().allMatch(p -> p > 0 && p <= 1)) {
      throw new IllegalArgumentException("precisions " + precision);
    }
  }

  /** Returns the curve of scores. */
  public static PrecisionCurve of(ScoredRows rows) {
    double[] highest = new double[LEVELS];
    ScoredRows.Descent descent = rows.descent();
    while (descent.next()) {
      for (int level = 0; level < LEVELS; level++) {
        boolean found = (long) descent.truePositives() * LEVELS >= (level + 1L) * rows.rareCount();
        if (found && descent.precision() > highest[level]) {
          highest[level] = descent.precision();
        }
      }
    }
    List<Double> precision = new ArrayList<>();
    for (double value : highest) {
      precision.add(value);
    }
    return new PrecisionCurve(precision);
  }

  /** Returns the mean of curves, recall by recall; at least one. */
  public static PrecisionCurve mean(List<PrecisionCurve> curves) {
    List<Double> mean = new ArrayList<>();
    for (int level = 0; level < LEVELS; level++) {
      double sum = 0;
      for (PrecisionCurve curve : curves) {
        sum += curve.precision().get(level);
      }
      mean.add(sum / curves.size());
    }
    return new PrecisionCurve(mean);
  }

  /** Returns the recall of a position, such as 0.05 of the first. */
  public static double recall(int level) {
    return (level + 1.0) / LEVELS;
  }
}
