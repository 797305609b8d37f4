package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.report.wording.RepeatWords;
import dev.synth.split.Folds;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The common parts of all cells of a repeat, computed once while they are in use. */
public final class Repeats {
  private final ExperimentConfig config;
  private final LabelledTable rows;
  private final Context context;
  private final Recent<Integer, Split> splits;
  private final Recent<Part, RepeatRows> parts;
  private final Recent<Part, List<FoldRows>> folds;

  private record Part(int repeat, RareRows rareRows) {}

  /**
   * Repeats of a config on its data.
   *
   * @param context the run's
   * @param inUse how many are in use at once
   */
  public Repeats(ExperimentConfig config, LabelledTable rows, Context context, int inUse) {
    this.config = config;
    this.rows = rows;
    this.context = context.silent();
    this.splits = new Recent<>(inUse + 1);
    this.parts = new Recent<>(inUse + 1);
    this.folds = new Recent<>(inUse + 1);
  }

  /**
   * Returns how many repeats there are: as many as are asked for, or of a time split every window
   * with its refits.
   */
  public static int count(ExperimentConfig config, EvaluationOptions options) {
    return RepeatSplit.isFixed(config)
        ? config.split().origins() * RepeatSplit.REFITS
        : options.repeats();
  }

  /** Returns what the user ought to know of their number. */
  public static Optional<RunNote> note(ExperimentConfig config) {
    return switch (config.split().method()) {
      case RANDOM, GROUP -> Optional.empty();
      case TIME -> Optional.of(new RunNote.Windows(config.split().origins(), RepeatSplit.REFITS));
      case COLUMN -> Optional.of(new RunNote.Refits(RepeatSplit.REFITS));
    };
  }

  /** Returns how often is measured, such as {@code 10 repeats} or {@code 2 windows × 3 refits}. */
  public static String describe(ExperimentConfig config, EvaluationOptions options) {
    return RepeatSplit.isFixed(config)
        ? RepeatWords.fits(config.split().origins(), RepeatSplit.REFITS)
        : options.looks().isEmpty()
            ? options.repeats() == 1 ? "one repeat" : options.repeats() + " repeats"
            : PlainText.of(
                "%d repeats, and %s while that can decide something",
                options.repeats(),
                options.looks().stream()
                    .skip(1)
                    .map(look -> look + " in all")
                    .collect(Collectors.joining(", then ")));
  }

  /**
   * Cuts every window once, so that one with too few rows is known before anything is fitted.
   *
   * @throws Problem if a window has too few rows
   */
  public static void checkWindows(ExperimentConfig config, LabelledTable rows, Context context) {
    if (RepeatSplit.isFixed(config)) {
      for (int window = 0; window < config.split().origins(); window++) {
        RepeatSplit.of(config, rows, 1 + window * RepeatSplit.REFITS, context);
      }
    }
  }

  /** Returns a repeat's split. */
  public Split split(int repeat) {
    return splits.get(repeat, number -> RepeatSplit.of(config, rows, number, context));
  }

  /**
   * Returns a repeat's rows with the real rare training rows cut down to a number.
   *
   * @param rareRows how many are kept
   * @throws Problem (data) if there are fewer
   */
  public RepeatRows rows(int repeat, RareRows rareRows) {
    return parts.get(
        new Part(repeat, rareRows),
        part -> {
          Split split = split(part.repeat());
          Context own = RepeatSplit.contextOf(part.repeat(), context);
          Training training =
              switch (rareRows) {
                case RareRows.All all -> split.training();
                case RareRows.AtMost some -> withRareRows(split.training(), some.count(), own);
              };
          return new RepeatRows(split, FitRows.of(training, config, own));
        });
  }

  /** Returns the config. */
  public ExperimentConfig config() {
    return config;
  }

  /** Returns whether repeats are drawn at random, so that folds of them may be as well. */
  public boolean areRandom() {
    return !RepeatSplit.isFixed(config);
  }

  /**
   * Returns a repeat's training and validation rows in folds, each with as many real rare rows to
   * learn from as {@link #rows} keeps, if it has so many.
   */
  public List<FoldRows> folds(int repeat, RareRows rareRows) {
    return folds.get(
        new Part(repeat, rareRows),
        part -> {
          RepeatRows rows = rows(repeat, rareRows);
          Context own = rows.context();
          List<FoldRows> all = new ArrayList<>();
          for (Folds.Fold fold :
              Folds.of(rows.training(), rows.split().validation(), CrossFit.FOLDS, own.seeds())) {
            Context inFold = own.below("fold/" + all.size());
            int kept = rareRows.of(fold.training().rareCount());
            Training even = fold.training().evened(inFold.seeds());
            Training training = withRareRows(even, kept, inFold);
            all.add(new FoldRows(FitRows.of(training, config, inFold), fold.heldBack()));
          }
          return List.copyOf(all);
        });
  }

  /** The first rare rows of one random order, so that fewer are a part of more. */
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
