package dev.synth.internal.experiment;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.internal.cluster.Segmentation;
import dev.synth.internal.cluster.Segmenter;
import dev.synth.internal.profile.DriftProfile;
import dev.synth.internal.profile.Guesser;
import dev.synth.internal.profile.Guesses;
import dev.synth.internal.profile.Profiler;
import dev.synth.internal.profile.SplitAdvice;
import dev.synth.internal.profile.TrainingProfile;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.table.DataOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A look at the rows that a generator learned from, for the page of synthetic ones: labels in
 * doubt, split, change over time, patterns.
 */
public final class TrainingRowsProfiler {
  /** Fewer rows are not told of, as on all charts of a run. */
  private static final int FEWEST_ROWS = 5;

  private TrainingRowsProfiler() {}

  /**
   * Returns what charts are drawn from, with what the training rows tell.
   *
   * @param training the training rows, of both classes or of the rare one alone
   * @param synthetic synthetic rows
   * @param data what the columns mean
   * @param context seeds and cancellation; nothing is told
   */
  public static Plots add(
      Plots plots, LabelledTable training, Table synthetic, DataOptions data, Context context) {
    Guesses guesses =
        Guesser.withoutLabel(
            training.features(), modelled(training, data.time()), modelled(training, data.group()));
    return plots.with(
        profile(training, guesses, data),
        patterns(training.rareFeatures(), synthetic, guesses, context.silent()));
  }

  /** Returns a column's name; null where it is not modelled, so that training rows lack it. */
  private static @Nullable String modelled(LabelledTable training, @Nullable String column) {
    return column == null || training.features().schema().find(column).isEmpty() ? null : column;
  }

  private static TrainingProfile profile(
      LabelledTable training, Guesses guesses, DataOptions data) {
    TrainingProfile found = Profiler.training(training, guesses);
    DriftProfile drift = found.drift() == null ? null : found.drift().withoutFewRare(FEWEST_ROWS);
    return new TrainingProfile(found.label(), split(training, found.split(), guesses, data), drift);
  }

  private static @Nullable SplitAdvice split(
      LabelledTable training, @Nullable SplitAdvice split, Guesses guesses, DataOptions data) {
    boolean areAllRare = training.rareCount() == training.rowCount();
    if (split == null
        || areAllRare
        || (data.time() != null && modelled(training, data.time()) == null)) {
      return null;
    }
    boolean isGroupKnown = data.group() != null && guesses.group() == null;
    return isGroupKnown ? split.without(SplitAdvice.Reason.NO_GROUP) : split;
  }

  private static @Nullable Segmentation patterns(
      Table rare, Table synthetic, Guesses guesses, Context context) {
    List<String> columns =
        Segmenter.usualColumns(rare, guesses).stream()
            .filter(name -> synthetic.schema().find(name).isPresent())
            .toList();
    if (columns.isEmpty() || synthetic.rowCount() == 0) {
      return null;
    }
    try {
      return new Segmenter(rare, columns, false, context)
          .find(Segmentation.Kind.RARE_ROWS, null, new Segmenter.SyntheticRun("", synthetic))
          .withoutRows(FEWEST_ROWS);
    } catch (Problem tooFew) {
      return null; // no column tells rows apart, or there are too few
    }
  }
}
