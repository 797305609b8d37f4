package dev.synth.internal.experiment.production;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.experiment.arm.CrossFit;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.FoldRows;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.split.Folds;
import dev.synth.split.HeldOut;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a model for use is fitted on: training and validation rows of the config's split.
 * The test rows stay out, so that what the verdict said of them stays true.
 *
 * @param all the rows; of a sample that is denser in some places, as many as make it even
 * @param folds of these rows: at random, or forward in time where the split is by time
 * @param validationRows how many validation rows the split has, by which alert budgets are meant;
 *     of a sample, what they stand for
 * @param test the rows that stay out
 */
record FittingRows(
    FitRows all, List<FoldRows> folds, double validationRows, HeldOut<HeldOut.Test> test) {
  private static final int FORWARD_FOLDS = 4;

  FittingRows {
    folds = List.copyOf(folds);
  }

  /** Cuts the rows as the config's first repeat does. */
  static FittingRows of(LabelledTable rows, ExperimentConfig config, Context run) {
    Context context = run.below("fit");
    return config.split().method() == SplitOptions.Method.TIME
        ? byTime(rows, config, context)
        : atRandom(rows, config, run, context);
  }

  private static FittingRows byTime(LabelledTable rows, ExperimentConfig config, Context context) {
    Splitter.Forward forward =
        Splitter.forward(rows, config.split(), config.data().time(), FORWARD_FOLDS);
    double validation = validationRows(rows, config);
    return of(
        forward.all(), forward.folds(), Math.max(1, validation), forward.test(), config, context);
  }

  /** Those between the cuts, where the config names some; of a sample, what they stand for. */
  private static double validationRows(LabelledTable rows, ExperimentConfig config) {
    SplitOptions split = config.split();
    if (split.cuts() == null) {
      double[] weights = rows.facts().weights();
      double all = weights == null ? rows.rowCount() : rows.weight(true) + rows.weight(false);
      return Math.round(all * split.validation());
    }
    Split parts = Splitter.splitAt(rows, split, config.data().time(), config.data().group(), 1);
    return standFor(HeldOut.validationRows(parts.validation()));
  }

  private static double standFor(LabelledTable rows) {
    return rows.weight(true) + rows.weight(false);
  }

  private static FittingRows atRandom(
      LabelledTable rows, ExperimentConfig config, Context run, Context context) {
    Split split = RepeatSplit.of(config, rows, 1, run);
    Training all = Folds.together(split.training(), split.validation());
    List<Folds.Fold> folds =
        Folds.of(split.training(), split.validation(), CrossFit.FOLDS, context.seeds());
    double validation = standFor(HeldOut.validationRows(split.validation()));
    return of(all, folds, validation, split.test(), config, context);
  }

  private static FittingRows of(
      Training all,
      List<Folds.Fold> cut,
      double validationRows,
      HeldOut<HeldOut.Test> test,
      ExperimentConfig config,
      Context context) {
    List<FoldRows> folds = new ArrayList<>();
    for (Folds.Fold fold : cut) {
      Context own = context.below("fold/" + folds.size());
      Training even = fold.training().evened(own.seeds());
      folds.add(new FoldRows(FitRows.of(even, config, own), fold.heldBack()));
    }
    Training even = all.evened(context.seeds());
    return new FittingRows(FitRows.of(even, config, context), folds, validationRows, test);
  }
}
