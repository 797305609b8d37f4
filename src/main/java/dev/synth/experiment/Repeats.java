package dev.synth.experiment;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** What all cells of a repeat have in common, computed once while it is in use. */
final class Repeats {
  private final ExperimentConfig config;
  private final LabelledTable rows;
  private final Context context;
  private final Recent<Integer, Split> splits;
  private final Recent<Part, RepeatRows> parts;

  private record Part(int repeat, Optional<Integer> rareRows) {}

  /**
   * Repeats of a config on its data.
   *
   * @param context the run's
   * @param inUse how many are in use at once
   */
  Repeats(ExperimentConfig config, LabelledTable rows, Context context, int inUse) {
    this.config = config;
    this.rows = rows;
    this.context = context.silent();
    this.splits = new Recent<>(inUse + 1);
    this.parts = new Recent<>(inUse + 1);
  }

  /** Returns how many repeats there are: a time split has one past and one future. */
  static int count(ExperimentConfig config, EvaluationOptions options) {
    return config.split().method() == SplitOptions.Method.TIME ? 1 : options.repeats();
  }

  /** Returns a repeat's split. */
  Split split(int repeat) {
    return splits.get(repeat, number -> FittedRepeat.split(config, rows, number, context));
  }

  /**
   * Returns a repeat's rows with the real rare training rows cut down to a number.
   *
   * @param rareRows how many are kept; empty for all
   * @throws Problem (data) if there are not so many
   */
  RepeatRows rows(int repeat, Optional<Integer> rareRows) {
    return parts.get(
        new Part(repeat, rareRows),
        part -> {
          Split split = split(part.repeat());
          Context own = FittedRepeat.contextOf(part.repeat(), context);
          Training training =
              rareRows
                  .map(kept -> withRareRows(split.training(), kept, own))
                  .orElse(split.training());
          return RepeatRows.of(split, training, config.rules(), own);
        });
  }

  /**
   * The first so many rare rows of one random order, so that smaller numbers are parts of larger.
   */
  private static Training withRareRows(Training training, int kept, Context context) {
    int[] rare = IntStream.range(0, training.rowCount()).filter(training.rows()::isRare).toArray();
    if (kept > rare.length) {
      throw Problem.data(
          "compare.rare_rows asks for %d real rare rows, but the training rows have %d; leave it"
              + " out, or write 'all'",
          kept, rare.length);
    }
    context.seeds().stream("rare-rows").shuffle(rare);
    int[] first = Arrays.copyOf(rare, kept);
    int[] others =
        IntStream.range(0, training.rowCount())
            .filter(row -> !training.rows().isRare(row))
            .toArray();
    return training.subset(
        IntStream.concat(Arrays.stream(first), Arrays.stream(others)).sorted().toArray());
  }
}
