package dev.synth.evaluate;

import dev.synth.classify.Classifier;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.SortedValues;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A classifier's scores of rows whose class is known: what every curve and figure is computed from.
 *
 * <p>They are kept as two sorted lists, one a class. So no figure can depend on the order of the
 * rows, sums of floating-point numbers included.
 */
public final class ScoredRows {
  private final double[] rareScores;
  private final double[] otherScores;

  /** For each number of rare rows, the lowest first, the sum of their losses; empty if unknown. */
  private final double[] lossesOfLowest;

  /**
   * For each number of rare rows, the lowest first, the sum of their weights, which is that number
   * where each stands for itself; then the array is empty.
   */
  private final double[] rareWeights;

  /** The same of the other rows. */
  private final double[] otherWeights;

  /**
   * Scores of rows whose losses are not known; copies its arguments.
   *
   * @param scores one a row, in [0, 1]
   * @param rare which rows are of the rare class; at least one is, and at least one is not
   * @throws IllegalArgumentException if a score is outside [0, 1] or NaN, or a class has no row
   */
  public ScoredRows(double[] scores, BitSet rare) {
    this(scores, rare, null);
  }

  /**
   * The same, with what it costs to miss each row.
   *
   * @param losses one a row, at least 0, of which only those of rare rows count; or null
   */
  public ScoredRows(double[] scores, BitSet rare, double @Nullable [] losses) {
    this(scores, rare, losses, null);
  }

  private ScoredRows(
      double[] scores, BitSet rare, double @Nullable [] losses, double @Nullable [] weights) {
    int rareCount = rare.cardinality();
    if (rare.length() > scores.length || rareCount == 0 || rareCount == scores.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d rare rows of %d; both classes are needed", rareCount, scores.length));
    }
    this.rareScores = new double[rareCount];
    this.otherScores = new double[scores.length - rareCount];
    int rares = 0;
    int others = 0;
    for (int row = 0; row < scores.length; row++) {
      double score = scores[row];
      if (!(score >= 0 && score <= 1)) { // written so that NaN fails too
        throw new IllegalArgumentException(PlainText.of("row %d has score %s", row, score));
      }
      if (rare.get(row)) {
        rareScores[rares++] = score + 0.0; // -0.0 becomes 0.0, so that equal scores sort as equal
      } else {
        otherScores[others++] = score + 0.0;
      }
    }
    Arrays.sort(rareScores);
    Arrays.sort(otherScores);
    this.lossesOfLowest =
        losses == null ? new double[0] : summed(scores, rare, weighted(losses, weights));
    BitSet notRare = (BitSet) rare.clone();
    notRare.flip(0, scores.length);
    this.rareWeights = weights == null ? new double[0] : summed(scores, rare, weights);
    this.otherWeights = weights == null ? new double[0] : summed(scores, notRare, weights);
  }

  private ScoredRows(double[] rareScores, double[] otherScores, ScoredRows weighted) {
    this.rareScores = rareScores;
    this.otherScores = otherScores;
    this.lossesOfLowest = new double[0];
    this.rareWeights = weighted.rareWeights;
    this.otherWeights = weighted.otherWeights;
    Arrays.sort(rareScores);
    Arrays.sort(otherScores);
  }

  /** Scores rows with a classifier; losses are known where the rows' facts have them. */
  public static ScoredRows of(Classifier classifier, LabelledTable rows) {
    return of(classifier.score(rows.features()), rows);
  }

  /** Rows and their scores; losses are known where the rows' facts have them. */
  public static ScoredRows of(double[] scores, LabelledTable rows) {
    return new ScoredRows(scores, rows.rareRows(), rows.facts().losses());
  }

  /**
   * Rows and their scores, each counted as the rows that it stands for where the rows are a sample:
   * for choices inside rows that were learned from, never for test rows.
   */
  public static ScoredRows weighted(double[] scores, LabelledTable rows) {
    return weighted(scores, rows.rareRows(), rows.facts().losses(), rows.facts().weights());
  }

  /**
   * The same.
   *
   * @param losses one a row, or null
   * @param weights how many rows each stands for, above 0; null where each stands for itself
   */
  public static ScoredRows weighted(
      double[] scores, BitSet rare, double @Nullable [] losses, double @Nullable [] weights) {
    return new ScoredRows(scores, rare, losses, weights);
  }

  private static double[] weighted(double[] losses, double @Nullable [] weights) {
    double[] all = losses.clone();
    for (int row = 0; row < all.length && weights != null; row++) {
      all[row] *= weights[row];
    }
    return all;
  }

  /**
   * Adds losses or weights up by Neumaier's compensated sum (Zeitschrift für angewandte Mathematik
   * und Mechanik 54, 1974), so that the same rows in another order have the same sum.
   */
  private static double[] summed(double[] scores, BitSet rows, double[] losses) {
    if (losses.length != scores.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d losses or weights of %d rows", losses.length, scores.length));
    }
    List<Integer> order =
        rows.stream()
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> scores[row] + 0.0))
            .toList();
    double[] sums = new double[order.size() + 1];
    double sum = 0;
    double rest = 0;
    for (int i = 0; i < order.size(); i++) {
      double loss = losses[order.get(i)];
      double next = sum + loss;
      rest += sum >= loss ? (sum - next) + loss : (loss - next) + sum;
      sum = next;
      sums[i + 1] = sum + rest;
    }
    return sums;
  }

  /** Returns the same rows with other scores: a function of the present ones that never falls. */
  ScoredRows rescored(DoubleUnaryOperator rising) {
    return new ScoredRows(
        Arrays.stream(rareScores).map(rising).toArray(),
        Arrays.stream(otherScores).map(rising).toArray(),
        this);
  }

  /** Returns whether rows stand for several. */
  public boolean areWeighted() {
    return otherWeights.length > 0;
  }

  /** Returns how many rows the rare ones stand for: their number, but where they are a sample. */
  public double rareWeight() {
    return rareWeight(rareScores.length);
  }

  /** Returns how many rows the others stand for. */
  public double otherWeight() {
    return otherWeight(otherScores.length);
  }

  private double rareWeight(int lowest) {
    return rareWeights.length == 0 ? lowest : rareWeights[lowest];
  }

  private double otherWeight(int lowest) {
    return otherWeights.length == 0 ? lowest : otherWeights[lowest];
  }

  /** Returns how many rows the rare ones with {@code score ≥ threshold} stand for. */
  public double caughtWeight(double threshold) {
    return rareWeight() - rareWeight(SortedValues.countBelow(rareScores, threshold));
  }

  /** Returns how many rows those of both classes with {@code score ≥ threshold} stand for. */
  public double alertWeight(double threshold) {
    return caughtWeight(threshold)
        + otherWeight()
        - otherWeight(SortedValues.countBelow(otherScores, threshold));
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
    int caught = rareCount() - SortedValues.countBelow(rareScores, threshold);
    int falseAlerts = otherCount() - SortedValues.countBelow(otherScores, threshold);
    return new Confusion(caught, falseAlerts, rareCount() - caught, otherCount() - falseAlerts);
  }

  /**
   * Returns the losses of the rare rows with {@code score < threshold}, in sum.
   *
   * @throws IllegalStateException if losses are not known
   */
  double missedLoss(double threshold) {
    return lossOfLowest(SortedValues.countBelow(rareScores, threshold));
  }

  private double lossOfLowest(int rows) {
    if (lossesOfLowest.length == 0) {
      throw new IllegalStateException("what missed rows cost is not known");
    }
    return lossesOfLowest[rows];
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
  public Descent descent() {
    return new Descent();
  }

  /**
   * A walk down the distinct scores: after each step, the counts are those of the alerts at the
   * step's score. Rows of equal score alert together, so they are one step.
   */
  public final class Descent {
    private int rareLeft = rareScores.length;
    private int othersLeft = otherScores.length;
    private double score = Double.NaN;

    /** Goes to the next lower score; false where there is none. */
    public boolean next() {
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
    public double score() {
      return score;
    }

    /** The next lower score; -1 where this is the lowest. */
    double nextScore() {
      double rare = rareLeft > 0 ? rareScores[rareLeft - 1] : -1;
      double other = othersLeft > 0 ? otherScores[othersLeft - 1] : -1;
      return Math.max(rare, other);
    }

    public int truePositives() {
      return rareScores.length - rareLeft;
    }

    int falsePositives() {
      return otherScores.length - othersLeft;
    }

    /** The number of rows of both classes with an alert. */
    public int alerts() {
      return truePositives() + falsePositives();
    }

    /** The number of rows that the rare ones with an alert stand for. */
    public double caughtWeight() {
      return rareWeight() - rareWeight(rareLeft);
    }

    /** The number of rows that the others with an alert stand for. */
    public double falseWeight() {
      return otherWeight() - otherWeight(othersLeft);
    }

    /** The number of rows that those of both classes with an alert stand for. */
    double alertWeight() {
      return caughtWeight() + falseWeight();
    }

    /** The losses of the rare rows without an alert, where they are known. */
    public double missedLoss() {
      return lossOfLowest(rareLeft);
    }

    public double precision() {
      return caughtWeight() / alertWeight();
    }

    double recall() {
      return (double) truePositives() / rareScores.length;
    }
  }
}
