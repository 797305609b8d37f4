package dev.synth.internal.generate.training;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.table.Table;

/** A model in training on the rows that {@link EarlyStopSplit} leaves. */
interface Trial {
  /** Trains for some more steps. */
  void train(int steps, Progress.Stage stage);

  /** Draws rare rows from the model as it is. */
  Table sample(int rows, Context context);
}
