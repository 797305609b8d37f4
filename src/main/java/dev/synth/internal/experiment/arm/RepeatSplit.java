package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.split.Split;
import dev.synth.split.Splitter;
import dev.synth.table.LabelledTable;

/** The split of each repeat: other seeds, or another window of time. */
public final class RepeatSplit {
  /**
   * The number of times the arms of a time window, or of a fixed split, are fitted, each time with
   * other seeds.
   */
  static final int REFITS = 3;

  private RepeatSplit() {}

  /** Returns the context of a repeat. */
  public static Context contextOf(int number, Context context) {
    return context.below("repeat/" + number);
  }

  /** Returns whether repeats are refits of the same rows, and not drawn at random. */
  static boolean isFixed(ExperimentConfig config) {
    return config.split().method().isFixed();
  }

  /** Cuts the rows for a repeat. */
  public static Split of(ExperimentConfig config, LabelledTable rows, int number, Context context) {
    return switch (config.split().method()) {
      case RANDOM, GROUP, COLUMN ->
          Splitter.split(
              rows,
              config.split(),
              config.data().time(),
              config.data().group(),
              contextOf(number, context).seeds());
      case TIME ->
          Splitter.splitAt(
              rows,
              config.split(),
              config.data().time(),
              config.data().group(),
              origin(config, number));
    };
  }

  /** Returns which origin a repeat of a time split goes forward from; the latest comes first. */
  private static int origin(ExperimentConfig config, int repeat) {
    return config.split().origins() - (repeat - 1) / REFITS;
  }
}
