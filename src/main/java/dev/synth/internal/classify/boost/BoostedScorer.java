package dev.synth.internal.classify.boost;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gradient boosting on plain numbers, small enough to be fitted many times; {@link #DEFAULT_SIZE}
 * has its trees. Each tree sees four fifths of the rows, and of the features where there are more
 * than {@value #FEW_FEATURES}.
 *
 * <p>It is XGBoost's algorithm on its defaults ({@link SmallTreeGrower}), in the numbers of this
 * process alone, so that the same rows give the same scores on every machine. A fit of a few
 * hundred rows takes a third of the time that XGBoost takes (docs/adr/0098).
 */
public final class BoostedScorer {
  /** See docs/adr/0092; {@code ./synth-bench two-sample} holds others against it. */
  public static final Size DEFAULT_SIZE = new Size(30, 4, 0.2, 63);

  /** The number of features up to which each tree looks at all. */
  private static final int FEW_FEATURES = 64;

  /**
   * Of more features, each tree looks at this number, drawn for it: looking for a cut takes time in
   * proportion to features, and 30 trees still look 960 times.
   */
  private static final int DRAWN_FEATURES = 32;

  private static final double ROW_SHARE = 0.8;

  private final List<BoostedTree> trees;

  /**
   * The size of a model, which is how much it can learn and how long that takes.
   *
   * @param trees how many trees
   * @param depth the depth of each
   * @param rate the learning rate
   * @param bins how many bins a column is cut into, in 2 to 63
   */
  public record Size(int trees, int depth, double rate, int bins) {}

  private BoostedScorer(List<BoostedTree> trees) {
    this.trees = trees;
  }

  /**
   * Learns.
   *
   * @param features NaN where missing
   * @param second which rows are to score high; at least one and not all
   * @param weight what such a row weighs
   * @param seeds where random numbers come from
   * @param cancellation looked at before each tree
   */
  public static BoostedScorer fit(
      FeatureMatrix features,
      BitSet second,
      double weight,
      Seeds seeds,
      Cancellation cancellation) {
    return fit(features, second, weight, DEFAULT_SIZE, seeds, cancellation);
  }

  /** Learns a model of another size. */
  public static BoostedScorer fit(
      FeatureMatrix features,
      BitSet second,
      double weight,
      Size size,
      Seeds seeds,
      Cancellation cancellation) {
    Rounds rounds = new Rounds(features, second, weight, size, seeds.stream("boosting"));
    List<BoostedTree> trees = new ArrayList<>();
    for (int round = 0; round < size.trees() && features.width() > 0; round++) {
      cancellation.check();
      trees.add(rounds.next());
    }
    return new BoostedScorer(List.copyOf(trees));
  }

  /** Returns one score a row, in (0, 1); one half where there are no features. */
  public double[] score(FeatureMatrix features) {
    double[] scores = new double[features.rowCount()];
    for (BoostedTree tree : trees) {
      tree.addTo(scores, features);
    }
    for (int row = 0; row < scores.length; row++) {
      scores[row] = probability(scores[row]);
    }
    return scores;
  }

  private static double probability(double margin) {
    return 1 / (1 + StrictMath.exp(-margin));
  }

  /** The rounds of one fit. */
  private static final class Rounds {
    private final BinnedColumns columns;
    private final BitSet second;
    private final double weight;
    private final RandomStream stream;
    private final SmallTreeGrower grower;
    private final double[] margins;
    private final double[] gradients;
    private final double[] curvatures;
    private final int[] rows;
    private final int[] order;

    Rounds(FeatureMatrix features, BitSet second, double weight, Size size, RandomStream stream) {
      columns = new BinnedColumns(features, size.bins());
      this.second = second;
      this.weight = weight;
      this.stream = stream;
      grower = new SmallTreeGrower(columns, size.depth(), size.rate());
      margins = new double[columns.rowCount()];
      gradients = new double[margins.length];
      curvatures = new double[margins.length];
      rows = new int[margins.length];
      order = IntStream.range(0, columns.width()).toArray();
    }

    BoostedTree next() {
      int count = drawRows();
      BoostedTree tree = grower.grow(rows, count, drawColumns(), gradients, curvatures);
      tree.addTo(margins, columns);
      return tree;
    }

    /** Leaves all derivatives of the logistic loss, and the rows that a tree sees. */
    private int drawRows() {
      int count = 0;
      for (int row = 0; row < margins.length; row++) {
        double share = probability(margins[row]);
        boolean high = second.get(row);
        double weighs = high ? weight : 1;
        gradients[row] = weighs * (high ? share - 1 : share);
        curvatures[row] = weighs * share * (1 - share);
        if (stream.nextDouble() < ROW_SHARE) {
          rows[count++] = row;
        }
      }
      return count;
    }

    private int[] drawColumns() {
      if (order.length <= FEW_FEATURES) {
        return order;
      }
      for (int i = 0; i < DRAWN_FEATURES; i++) {
        int j = i + stream.nextInt(order.length - i);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      int[] drawn = Arrays.copyOf(order, DRAWN_FEATURES);
      Arrays.sort(drawn);
      return drawn;
    }
  }
}
