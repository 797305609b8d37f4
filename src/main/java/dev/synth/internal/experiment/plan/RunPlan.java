package dev.synth.internal.experiment.plan;

import dev.synth.augment.AugmentationOptions;
import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.relation.RelationFacts;
import dev.synth.internal.report.wording.RelationSentences;
import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.run.RunFolders;
import dev.synth.run.RunRequest;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import dev.synth.split.Training;
import java.util.Locale;

/**
 * The plan of a run, for {@code --dry-run}: the data is read and split, and nothing is written.
 *
 * @param reading how the data was read, as text
 * @param folders where the run would go
 * @param split the first repeat's split
 * @param syntheticRows how many rows the augmentation adds to it
 * @param config what is computed
 * @param estimate about how long it takes
 */
public record RunPlan(
    String reading,
    RunFolders folders,
    Split split,
    int syntheticRows,
    ExperimentConfig config,
    String estimate) {
  /** Reads and splits the data, and checks everything that can be checked without training. */
  public static RunPlan of(RunRequest request, Context context) {
    ExperimentConfig config = request.config();
    MetricCatalogue.checkGateNames(config.validation());
    DataSource source = new DataSource(config);
    RunOpening opening = RunOpening.of(config, source, context).checked();
    Context seeded =
        new Context(new Seeds(config.seed()), context.progress(), context.cancellation());
    Split split = RepeatSplit.of(config, opening.rows(), 1, seeded);
    FittedRepeat.checkWhere(config, split);
    RunIdentity identity = RunIdentity.of(config, source.sha256());
    return new RunPlan(
        opening.readingText(),
        RunFolders.below(request.out(), identity.folderName(request)),
        split,
        FittedRepeat.rowsToAdd(config, split),
        config,
        DurationEstimate.of(
            config,
            new Repeats(config, opening.rows(), seeded, 1).rows(1, RareRows.ALL),
            request.jobs()));
  }

  /** Returns the plan as text, a line for each fact. */
  public String describe() {
    StringBuilder text = new StringBuilder(reading).append("\nplan\n");
    parts(text, split);
    AugmentationOptions augmentation = config.augmentation();
    String plan =
        augmentation == null
            ? "one a real rare row"
            : new Addition.Planned(augmentation.plan(), augmentation.ofRows()).text();
    line(text, "synthetic", String.format(Locale.ROOT, "%,d rows (%s)", syntheticRows, plan));
    EvaluationOptions evaluation = config.evaluation();
    if (evaluation == null) {
      line(text, "evaluation", "none");
    } else {
      GridDesign design = GridDesign.ofOne(config);
      int classifiers = evaluation.classifiers().size();
      line(
          text,
          "evaluation",
          String.format(
              Locale.ROOT,
              "%s of %d fits (%d arms x %d classifiers)",
              Repeats.describe(config, evaluation),
              design.arms() * classifiers,
              design.arms(),
              classifiers));
    }
    line(text, "takes", estimate);
    line(text, "run folder", folders.synthesis().toString());
    relations(text, split.training(), config);
    return text.toString();
  }

  /** Adds which relations rows are made to keep, a line each. */
  public static void relations(StringBuilder text, Training training, ExperimentConfig config) {
    RelationSentences.of(RelationFacts.of(training, config.relations()))
        .forEach(note -> text.append(note).append(System.lineSeparator()));
  }

  /** Adds a line for each part of a split. */
  public static void parts(StringBuilder text, Split split) {
    training(text, split.training());
    line(text, "validation", counts(split.validation().rowCount(), split.validation().rareCount()));
    line(text, "test", counts(split.test().rowCount(), split.test().rareCount()));
  }

  /** Adds a line for the training rows. */
  public static void training(StringBuilder text, Training training) {
    line(text, "training", counts(training.rowCount(), training.rareCount()));
  }

  private static String counts(int rows, int rare) {
    return String.format(Locale.ROOT, "%,d rows, %,d of them rare", rows, rare);
  }

  public static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "  %-12s %s%n", name, value));
  }
}
