package dev.synth.internal.generate.training;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.classify.discriminate.ForestTwoSample;
import dev.synth.internal.classify.discriminate.JoinedSamples;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rare training rows that a trial fit does not see, to judge it by: a fifth of them.
 *
 * @param rest the training rows of both classes without them
 * @param rows the features of the rows held back
 */
record EarlyStopSplit(Training rest, Table rows) {
  /** With fewer rare rows a fifth of them is too few to choose anything by. */
  static final int LEAST_RARE_ROWS = 40;

  private static final int ONE_IN = 5;

  /** As many rows as the forest takes at most; more of them tell it no more. */
  private static final int MOST_ROWS = 200;

  /** Drawn rows to set beside fewer held-back ones: they cost nothing and steady the forest. */
  private static final int LEAST_DRAWN = 50;

  /** Returns a random fifth of the rare rows, or nothing where there are fewer than 40. */
  static Optional<EarlyStopSplit> of(Training training, RandomStream stream) {
    int rare = training.rareCount();
    if (rare < LEAST_RARE_ROWS) {
      return Optional.empty();
    }
    int[] rareRows = training.rows().rareRows().stream().toArray();
    boolean[] out = new boolean[training.rowCount()];
    int[] order = stream.permutation(rare);
    int count = Math.min(rare / ONE_IN, MOST_ROWS);
    int[] chosen = Arrays.stream(order).limit(count).map(i -> rareRows[i]).sorted().toArray();
    for (int row : chosen) {
      out[row] = true;
    }
    int[] kept = IntStream.range(0, out.length).filter(row -> !out[row]).toArray();
    return Optional.of(
        new EarlyStopSplit(training.subset(kept), training.rows().features().rows(chosen)));
  }

  /** Returns how many rows {@link #score} is to be given. */
  int rowsToDraw() {
    return Math.max(LEAST_DRAWN, rows.rowCount());
  }

  /**
   * Returns the two-sample score of drawn rows: how well a forest tells them from the held-back
   * ones, by the area under the ROC curve.
   *
   * @return in [0.5, 1]; 0.5 where it cannot
   */
  double score(Table drawn, Context context) {
    Context own = context.below("two-sample");
    return Math.max(
        0.5,
        ForestTwoSample.area(
            JoinedSamples.of(rows, drawn), own.seeds().below("forest"), context.cancellation()));
  }

  /**
   * Returns the score's standard error where the forest cannot tell the rows apart, √((n + m + 1) /
   * 12nm) for n rows against m (Mann and Whitney, 1947).
   */
  double standardError() {
    double n = rows.rowCount();
    double m = rowsToDraw();
    return Math.sqrt((n + m + 1) / (12 * n * m));
  }
}
