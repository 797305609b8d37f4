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
 * @param all the rows
 * @param folds of these rows: at random, or forward in time where the split is by time
 * @param validationRows how many validation rows the split has, by which alert budgets are meant
 * @param test the rows that stay out
 */
record FittingRows(
    FitRows all, List<FoldRows> folds, int validationRows, HeldOut<HeldOut.Test> test) {
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
    int validation = (int) Math.round(rows.rowCount() * config.split().validation());
    return of(
        forward.all(), forward.folds(), Math.max(1, validation), forward.test(), config, context);
  }

  private static FittingRows atRandom(
      LabelledTable rows, ExperimentConfig config, Context run, Context context) {
    Split split = RepeatSplit.of(config, rows, 1, run);
    Training all = Folds.together(split.training(), split.validation());
    List<Folds.Fold> folds =
        Folds.of(split.training(), split.validation(), CrossFit.FOLDS, context.seeds());
    return of(all, folds, split.validation().rowCount(), split.test(), config, context);
  }

  private static FittingRows of(
      Training all,
      List<Folds.Fold> cut,
      int validationRows,
      HeldOut<HeldOut.Test> test,
      ExperimentConfig config,
      Context context) {
    List<FoldRows> folds = new ArrayList<>();
    for (Folds.Fold fold : cut) {
      Context own = context.below("fold/" + folds.size());
      folds.add(new FoldRows(FitRows.of(fold.training(), config, own), fold.heldBack()));
    }
    return new FittingRows(FitRows.of(all, config, context), folds, validationRows, test);
  }
}
