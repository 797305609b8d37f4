package dev.synth.internal.validate;

import dev.synth.base.Cancellation;
import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.split.Augmented;
import dev.synth.split.HeldOut;
import dev.synth.split.OpeningLog;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import dev.synth.validate.Question;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Measures what privacy costs: for each generator, how closely its rows lean on training rows, and
 * what they add to average precision.
 *
 * <p>Arguments: a config, whose data, split, amount of rows and classifiers are taken; the number
 * of splits; and at will generators as blocks of a config, in place of the autoencoder's {@code
 * latent_noise} and draws. Prints a table in Markdown: means over the splits, and for average
 * precision the standard deviation of the differences to the real rows alone.
 */
public final class PrivacyBenchmark {
  private static final List<String> ARMS =
      List.of(
          "{kind: vae, latent_noise: 0}",
          "{kind: vae, latent_noise: 0.5}",
          "{kind: vae, latent_noise: 1}",
          "{kind: vae}",
          "{kind: vae, latent_noise: 2}",
          "{kind: vae, latent_noise: 3}",
          "{kind: vae, latent_noise: 5}",
          "{kind: vae, sampling: prior}",
          "{kind: vae, sampling: prior, steps: 500}",
          "{kind: vae, steps: 500}");

  private static final List<String> SHOWN =
      List.of("near_copies", "dcr", "closer_to_training", "nndr", "attribute_inference");

  private static final String SIGNS = "signs";

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Path file;
  private final ExperimentConfig config;
  private final List<ClassifierTrainer> trainers;
  private final Map<String, Map<String, List<Double>>> figures = new LinkedHashMap<>();

  private PrivacyBenchmark(Path file) {
    this.file = file;
    this.config = ConfigLoader.load(file, List.of());
    this.trainers = Classifiers.trainers(List.of("random-forest", "xgboost"));
  }

  /** Runs it. */
  public static void main(String[] args) {
    PrivacyBenchmark benchmark = new PrivacyBenchmark(Path.of(args[0]));
    int splits = Integer.parseInt(args[1]);
    List<String> arms =
        args.length > 2 ? Arrays.asList(args).subList(2, args.length) : PrivacyBenchmark.ARMS;
    benchmark.measure(splits, arms);
    benchmark.print(arms);
  }

  private void measure(int splits, List<String> arms) {
    Context context = new Context(new Seeds(config.seed()), Progress.NONE, new Cancellation());
    LabelledTable rows = RunOpening.of(config, new DataSource(config), context).rows();
    for (int number = 1; number <= splits; number++) {
      Split split = RepeatSplit.of(config, rows, number, context);
      Context own = RepeatSplit.contextOf(number, context);
      Map<String, Double> real = precisions(split, split.training().unaugmented(), own);
      for (String arm : arms) {
        FittedRepeat fitted = FittedRepeat.fit(with(arm), split, number, context);
        privacy(arm, split, fitted.added().accepted().rows(), own);
        precisions(split, split.training().plus(fitted.added().accepted()), own)
            .forEach((name, value) -> add(arm, name, value - real.getOrDefault(name, Double.NaN)));
      }
      System.err.println(PlainText.of("split %d of %d", number, splits));
    }
  }

  private ExperimentConfig with(String arm) {
    return ConfigLoader.load(file, List.of("generator=" + arm));
  }

  private void privacy(String arm, Split split, Table synthetic, Context context) {
    Table training = split.training().rare();
    Table unseen = HeldOut.validationRows(split.validation()).rareFeatures();
    SampleSpace space = SampleSpace.of(training, List.of(unseen, synthetic), context.seeds());
    Sample real = space.sample(training).besideUnseen(space.sample(unseen));
    MetricRunner runner =
        new MetricRunner(
            new ComparedSamples(real, null, space.sample(synthetic)), context.below("validation"));
    List<GatedMetric> measured =
        MetricCatalogue.metrics(Question.PRIVACY).stream()
            .map(metric -> GatedMetric.of(Question.PRIVACY, metric, Gate.OFF, runner))
            .toList();
    for (GatedMetric each : measured) {
      Double value = each.training().reading().value();
      if (value != null) {
        add(arm, each.metric().description().id(), value);
      }
    }
    add(arm, SIGNS, SignFinder.of(measured).size());
  }

  private Map<String, Double> precisions(Split split, Augmented rows, Context context) {
    LabelledTable test = HeldOut.openTest(split.test(), new OpeningLog(), "benchmark");
    Map<String, Double> precisions = new LinkedHashMap<>();
    for (ClassifierTrainer trainer : trainers) {
      ScoredRows scored =
          ScoredRows.of(
              trainer.fit(rows, ClassWeighting.NONE, context.below(trainer.name())), test);
      precisions.put(trainer.name(), Curves.averagePrecision(scored));
    }
    return precisions;
  }

  private void add(String arm, String figure, double value) {
    figures
        .computeIfAbsent(arm, key -> new LinkedHashMap<>())
        .computeIfAbsent(figure, key -> new ArrayList<>())
        .add(value);
  }

  private void print(List<String> arms) {
    List<String> names = trainers.stream().map(ClassifierTrainer::name).toList();
    out.println("| generator | " + String.join(" | ", SHOWN) + " | signs | " + deltas(names));
    out.println("|---|" + "---:|".repeat(SHOWN.size() + 1 + names.size()));
    for (String arm : arms) {
      List<String> cells = new ArrayList<>(List.of("`" + arm + "`"));
      SHOWN.forEach(figure -> cells.add(mean(arm, figure, "%.2f")));
      cells.add(mean(arm, SIGNS, "%.1f"));
      names.forEach(name -> cells.add(mean(arm, name, "%+.3f") + " ± " + deviation(arm, name)));
      out.println("| " + String.join(" | ", cells) + " |");
    }
  }

  private static String deltas(List<String> names) {
    return String.join(" | ", names.stream().map(name -> "Δ " + name).toList()) + " |";
  }

  private String mean(String arm, String figure, String format) {
    OptionalDouble mean = values(arm, figure).stream().mapToDouble(each -> each).average();
    return mean.isPresent() ? PlainText.of(format, mean.getAsDouble()) : "";
  }

  private String deviation(String arm, String figure) {
    return PlainText.of("%.3f", Moments.standardDeviation(values(arm, figure)));
  }

  private List<Double> values(String arm, String figure) {
    return figures.getOrDefault(arm, Map.of()).getOrDefault(figure, List.of());
  }
}
