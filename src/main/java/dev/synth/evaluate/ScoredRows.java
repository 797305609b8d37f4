package dev.synth.evaluate;

import dev.synth.classify.Classifier;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A classifier's scores of rows whose class is known: what every curve and figure is computed from.
 *
 * <p>Kept as two sorted lists of scores, one a class, so that no figure can depend on the order of
 * the rows, sums of floating-point numbers included.
 */
public final class ScoredRows {
  private final double[] rareScores;
  private final double[] otherScores;

  /**
   * Copies its arguments.
   *
   * @param scores one a row, in [0, 1]
   * @param rare which rows are of the rare class; at least one is, and at least one is not
   * @throws IllegalArgumentException if a score is outside [0, 1] or NaN, or a class has no row
   */
  public ScoredRows(double[] scores, BitSet rare) {
    int rareCount = rare.cardinality();
    if (rare.length() > scores.length || rareCount == 0 || rareCount == scores.length) {
      throw new IllegalArgumentException(
          "%d rare rows of %d; both classes are needed".formatted(rareCount, scores.length));
    }
    this.rareScores = new double[rareCount];
    this.otherScores = new double[scores.length - rareCount];
    int rares = 0;
    int others = 0;
    for (int row = 0; row < scores.length; row++) {
      double score = scores[row];
      if (!(score >= 0 && score <= 1)) { // written so that NaN fails too
        throw new IllegalArgumentException("row %d has score %s".formatted(row, score));
      }
      if (rare.get(row)) {
        rareScores[rares++] = score + 0.0; // -0.0 becomes 0.0, so that equal scores sort as equal
      } else {
        otherScores[others++] = score + 0.0;
      }
    }
    Arrays.sort(rareScores);
    Arrays.sort(otherScores);
  }

  /** Scores rows with a classifier. */
  public static ScoredRows of(Classifier classifier, LabelledTable rows) {
    BitSet rare = new BitSet();
    for (int row = 0; row < rows.rowCount(); row++) {
      rare.set(row, rows.isRare(row));
    }
    return new ScoredRows(classifier.score(rows.features()), rare);
  }

  /** Returns the number of rows of the rare class, at least 1. */
  public int rareCount() {
    return rareScores.length;
  }

  /** Returns the number of rows of the other class, at least 1. */
  public int otherCount() {
    return otherScores.length;
  }

  /** Returns the number of rows of both classes. */
  public int rowCount() {
    return rareScores.length + otherScores.length;
  }

  /** Returns what happens when every row with {@code score ≥ threshold} raises an alert. */
  public Confusion at(double threshold) {
    int caught = countAtLeast(rareScores, threshold);
    int falseAlerts = countAtLeast(otherScores, threshold);
    return new Confusion(caught, falseAlerts, rareCount() - caught, otherCount() - falseAlerts);
  }

  /** The rare rows' scores, rising; shared inside the package, not to be written to. */
  double[] sortedRareScores() {
    return rareScores;
  }

  /** The other rows' scores, rising; shared inside the package, not to be written to. */
  double[] sortedOtherScores() {
    return otherScores;
  }

  /** Starts a walk down the distinct scores, from the highest. */
  Descent descent() {
    return new Descent();
  }

  private static int countAtLeast(double[] rising, double threshold) {
    int low = 0;
    int high = rising.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return rising.length - low;
  }

  /**
   * A walk down the distinct scores: after each step, the counts are those of the alerts at the
   * step's score. Rows of equal score alert together, so they are one step.
   */
  final class Descent {
    private int rareLeft = rareScores.length;
    private int othersLeft = otherScores.length;
    private double score = Double.NaN;

    /** Goes to the next lower score; false where there is none. */
    boolean next() {
      if (rareLeft == 0 && othersLeft == 0) {
        return false;
      }
      score = nextScore();
      while (rareLeft > 0 && rareScores[rareLeft - 1] == score) {
        rareLeft--;
      }
      while (othersLeft > 0 && otherScores[othersLeft - 1] == score) {
        othersLeft--;
      }
      return true;
    }

    /** The score of this step. */
    double score() {
      return score;
    }

    /** The next lower score; -1 where this is the lowest. */
    double nextScore() {
      double rare = rareLeft > 0 ? rareScores[rareLeft - 1] : -1;
      double other = othersLeft > 0 ? otherScores[othersLeft - 1] : -1;
      return Math.max(rare, other);
    }

    int truePositives() {
      return rareScores.length - rareLeft;
    }

    int falsePositives() {
      return otherScores.length - othersLeft;
    }

    int alerts() {
      return truePositives() + falsePositives();
    }

    double precision() {
      return (double) truePositives() / alerts();
    }

    double recall() {
      return (double) truePositives() / rareScores.length;
    }
  }
}
