package dev.synth.benchmarks;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.ScoredRows;
import dev.synth.generate.Generator;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.split.Augmented;
import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.split.RowRules;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.split.Splitter;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One cell of the generator benchmark: one arm on one split of one set with a number of rare
 * training rows. A pure function of these.
 */
final class GeneratorCell {
  static final List<String> CLASSIFIERS = List.of("random-forest", "xgboost");
  static final List<AugmentationPlan> PLANS =
      List.of(
          new AugmentationPlan.Ratio(0.1),
          new AugmentationPlan.Ratio(0.5),
          new AugmentationPlan.Multiply(1),
          new AugmentationPlan.Multiply(5));

  /** Metrics that are read against held-out rare rows. */
  static final List<String> LIKENESS =
      List.of("c2st_forest", "mean_ks", "mean_pair_difference", "beta_recall");

  /** Metrics that are read against the training rows. */
  static final List<String> COPYING = List.of("authenticity", "identical_match_share", "dcr");

  private static final long SEED = 42;

  /** So many held-out rare rows are compared at most, and as many synthetic ones. */
  private static final int COMPARED_ROWS = 400;

  private static final int SAMPLED_ROWS = 10_000;

  private final Key key;
  private final Split split;
  private final Training training;
  private final Context context;
  private final List<String> lines = new ArrayList<>();

  /**
   * The identity of a cell.
   *
   * @param split the number of the split, from 1
   * @param rareRows the rare training rows at most; 0 stands for all of them
   * @param arm a generator's name, or {@code baselines}
   */
  record Key(BenchmarkSet set, int split, int rareRows, String arm) {
    String text() {
      String rare = rareRows == 0 ? "all" : String.valueOf(rareRows);
      return PlainText.of("%s,%d,%s,%s", set.title(), split, rare, quoted(arm));
    }

    private static String quoted(String text) {
      return text.contains(",") ? "\"" + text + "\"" : text;
    }
  }

  private GeneratorCell(Key key, LabelledTable rows) {
    this.key = key;
    Seeds seeds = new Seeds(SEED).below(key.set().title()).below("split/" + key.split());
    SplitOptions options =
        new SplitOptions(SplitOptions.Method.RANDOM, 0.35, 0.25, Duration.ZERO, 1);
    split = Splitter.split(rows, options, null, null, seeds);
    training = limited(split.training(), key.rareRows(), seeds);
    context = Context.quiet(seeds.stream("cell").nextLong());
  }

  /**
   * Keeps the first so many rare rows of an order that all sizes share, so that they are nested.
   */
  private static Training limited(Training training, int rareRows, Seeds seeds) {
    if (rareRows == 0) {
      return training;
    }
    int[] rare = training.rows().rareRows().stream().toArray();
    seeds.stream("rare-rows").shuffle(rare);
    IntStream kept = Arrays.stream(rare).limit(rareRows);
    IntStream others =
        IntStream.range(0, training.rowCount()).filter(row -> !training.rows().isRare(row));
    return training.subset(IntStream.concat(kept, others).sorted().toArray());
  }

  /** Returns the cell's lines of the results file, each with a line feed. */
  static String compute(Key key, LabelledTable rows) {
    GeneratorCell cell = new GeneratorCell(key, rows);
    if (key.rareRows() > 0 && cell.split.training().rareCount() <= key.rareRows()) {
      cell.add("-", "-", "skipped", 1);
    } else if (key.arm().equals("baselines")) {
      cell.baselines();
    } else {
      cell.generator();
    }
    cell.add("-", "-", ResultsFile.COMPLETE, 1);
    return String.join("", cell.lines);
  }

  private void baselines() {
    Augmented real = training.unaugmented();
    classify("none", real, ClassWeighting.NONE);
    classify("class-weight", real, ClassWeighting.BALANCED);
    add("-", "-", "rare_training_rows", training.rareCount());
    if (key.rareRows() == 0) {
      fresh();
    }
  }

  private void generator() {
    Context own = context.below(key.arm());
    double started = cpuSeconds();
    Generator generator =
        Generators.trainer(GeneratorArm.of(key.arm()).options()).fit(training, own.below("fit"));
    double fitted = cpuSeconds();
    add("-", "-", "fit_seconds", fitted - started);
    generator.sample(SAMPLED_ROWS, own.below("time"));
    add("-", "-", "sample_10000_seconds", cpuSeconds() - fitted);
    Map<AugmentationPlan, Integer> counts = counts();
    int most = counts.values().stream().mapToInt(count -> count).max().orElse(0);
    RowRules rules = RowRules.fit(training, List.of());
    Synthetic drawn =
        AcceptedRows.draw(generator, rules, Math.max(most, COMPARED_ROWS), own.below("rows"))
            .accepted();
    counts.forEach(
        (plan, count) ->
            classify(plan.describe(), training.plus(drawn.first(count)), ClassWeighting.NONE));
    compare("-", drawn.rows());
  }

  /** The rows that each plan adds; a plan that the odds already exceed is left out. */
  private Map<AugmentationPlan, Integer> counts() {
    Map<AugmentationPlan, Integer> counts = new LinkedHashMap<>();
    for (AugmentationPlan plan : PLANS) {
      try {
        counts.put(plan, plan.rowsFor(training));
      } catch (Problem natural) {
        add(plan.describe(), "-", "not-applicable", 1);
      }
    }
    return counts;
  }

  private void classify(String plan, Augmented rows, ClassWeighting weighting) {
    LabelledTable test = HeldOut.openTest(split.test(), new OpeningLog(), "benchmark");
    for (ClassifierTrainer trainer : Classifiers.trainers(CLASSIFIERS)) {
      Classifier classifier = trainer.fit(rows, weighting, context.below(trainer.name()));
      ScoredRows scored = ScoredRows.of(classifier, test);
      add(plan, trainer.name(), "average_precision", Curves.averagePrecision(scored));
      if (Curves.recallAtFalsePositiveRate(scored, 0.01) instanceof MetricValue.Value recall) {
        add(plan, trainer.name(), "recall_at_1_percent", recall.value());
      }
    }
  }

  /**
   * Compares rows with held-out rare rows, as many on both sides; for copies, with the training
   * rows.
   */
  private void compare(String plan, Table rows) {
    Table heldOut = heldOut();
    int size = Math.min(COMPARED_ROWS, Math.min(heldOut.rowCount(), rows.rowCount()));
    measure(plan, heldOut, rows, size, LIKENESS);
    measure(plan, training.rare(), rows, size, COPYING);
  }

  /** In random order, since a file may be in the order of time and only the first are compared. */
  private Table heldOut() {
    return shuffled(HeldOut.validationRows(split.validation()).rareFeatures());
  }

  private Table shuffled(Table rows) {
    return rows.rows(context.seeds().stream("order").permutation(rows.rowCount()));
  }

  /** The figures of real rows against other real rows, which no generator need surpass. */
  private void fresh() {
    Table heldOut = heldOut();
    int size = Math.min(COMPARED_ROWS, Math.min(heldOut.rowCount(), training.rareCount()));
    measure("fresh", heldOut, shuffled(training.rare()), size, LIKENESS);
    measure("fresh", training.rare(), heldOut, size, COPYING);
  }

  private void measure(String plan, Table reference, Table rows, int size, List<String> ids) {
    int[] first = IntStream.range(0, size).toArray();
    Table real = ids.equals(LIKENESS) ? reference.rows(first) : reference;
    SampleSpace space = SampleSpace.of(split.training().rare(), List.of(reference, rows));
    for (Metric metric : MetricCatalogue.metrics()) {
      String id = metric.description().id();
      if (ids.contains(id)) {
        MetricOutcome outcome =
            metric.compute(
                space.sample(real),
                space.sample(rows.rows(first)),
                context.below(metric.streamId()));
        switch (outcome) {
          case MetricOutcome.Value value -> add(plan, "-", id, value.value());
          case MetricOutcome.Tested tested -> add(plan, "-", id, tested.value());
          case MetricOutcome.Skipped skipped -> {}
        }
      }
    }
  }

  private void add(String plan, String classifier, String measure, double value) {
    lines.add(
        PlainText.of(
            "%s,%s,%s,%s,%s%n",
            key.text(), plan, classifier, measure, Float.toString((float) value)));
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
