package dev.synth.internal.classify.discriminate;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Models for the parts of two samples, each learned without the part that it is for. */
public final class CrossFittedScores {
  private CrossFittedScores() {}

  /** One part, and what was learned from all other rows; its arrays are shared. */
  public static final class Fold {
    private final int[] rows;
    private final FeatureMatrix features;
    private final boolean[] second;
    private final Discriminator model;

    Fold(int[] rows, FeatureMatrix features, boolean[] second, Discriminator model) {
      this.rows = rows;
      this.features = features;
      this.second = second;
      this.model = model;
    }

    /** Returns the rows of the part, ascending. */
    public int[] rows() {
      return rows;
    }

    /** Returns their features. */
    public FeatureMatrix features() {
      return features;
    }

    /** Returns for each of them whether it is of the second sample. */
    public boolean[] second() {
      return second;
    }

    /** Returns the model of all other rows. */
    public Discriminator model() {
      return model;
    }
  }

  /**
   * Learns one model a fold. Folds are stratified by sample and drawn from the stream {@code
   * folds}.
   *
   * @param features the rows of both samples
   * @param second for each row whether it is of the second sample
   * @param folds at least 2, at most the rows of the smaller sample
   * @throws IllegalArgumentException if lengths differ or a sample has fewer rows than folds
   */
  public static List<Fold> of(
      FeatureMatrix features,
      boolean[] second,
      int folds,
      Discriminator.Learner learner,
      Seeds seeds) {
    if (features.rowCount() != second.length) {
      throw new IllegalArgumentException(
          PlainText.of("%d rows, but samples of %d", features.rowCount(), second.length));
    }
    int[] fold = deal(second, folds, seeds.stream("folds"));
    List<Fold> fitted = new ArrayList<>();
    for (int left = 0; left < folds; left++) {
      int[] inside = rowsOf(fold, left, false);
      int[] outside = rowsOf(fold, left, true);
      BitSet learned = new BitSet();
      for (int i = 0; i < inside.length; i++) {
        learned.set(i, second[inside[i]]);
      }
      Discriminator model =
          learner.fit(features.rows(inside), learned, seeds.below("fold/" + left));
      fitted.add(new Fold(outside, features.rows(outside), picked(second, outside), model));
    }
    return fitted;
  }

  /**
   * Returns every row's score by the model that was learned without it.
   *
   * @param folds all folds, as {@link #of} gave them
   * @return one a row, in (0, 1), higher for the second sample
   */
  public static double[] scores(List<Fold> folds) {
    double[] scores = new double[folds.stream().mapToInt(fold -> fold.rows.length).sum()];
    for (Fold fold : folds) {
      double[] outside = fold.model.score(fold.features);
      for (int i = 0; i < outside.length; i++) {
        scores[fold.rows[i]] = outside[i];
      }
    }
    return scores;
  }

  /** Deals the rows of each sample out to the folds in random order. */
  private static int[] deal(boolean[] second, int folds, RandomStream stream) {
    int[] fold = new int[second.length];
    int[] dealt = new int[2];
    for (int row : stream.permutation(second.length)) {
      int sample = second[row] ? 1 : 0;
      fold[row] = dealt[sample]++ % folds;
    }
    if (folds < 2 || Math.min(dealt[0], dealt[1]) < folds) {
      throw new IllegalArgumentException(
          PlainText.of("%d folds of samples of %d and %d rows", folds, dealt[0], dealt[1]));
    }
    return fold;
  }

  private static int[] rowsOf(int[] fold, int left, boolean outside) {
    return IntStream.range(0, fold.length).filter(row -> (fold[row] == left) == outside).toArray();
  }

  private static boolean[] picked(boolean[] second, int[] rows) {
    boolean[] picked = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      picked[i] = second[rows[i]];
    }
    return picked;
  }
}
