package dev.synth.benchmarks;

import dev.synth.base.Context;
import dev.synth.compare.Choice;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.experiment.Experiment;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.table.write.TableWriter;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The harm that {@code auto} does on real data sets: {@code synth evaluate} with {@code auto: true}
 * on each of them, with all rare rows and at most 10,000 others. {@code evaluation/README.md} has
 * the command and what it found.
 *
 * <p>Resumable: finished repeats are kept in the output folder, as those of every run are.
 */
public final class AutoBenchmark {
  private AutoBenchmark() {}

  /**
   * Runs the benchmark.
   *
   * @param args {@code key=value}: the folder of the sets (data), that of the runs (out), the
   *     classifier, the number of repeats and of jobs, and, to narrow it down, sets, separated by
   *     semicolons
   */
  public static void main(String[] args) throws IOException {
    Map<String, String> options = Arguments.of(args);
    Path data = Path.of(options.getOrDefault("data", "../shared/data"));
    if (!Files.isDirectory(data)) {
      System.out.println("skipped: there is no folder " + data);
      return;
    }
    System.out.println(
        "| set | rare rows | `none` | `auto` over `none` [95 %] | verdict | picked |");
    System.out.println("|---|---:|---:|---:|---|---|");
    String sets = options.get("sets");
    for (BenchmarkSet set : BenchmarkSet.values()) {
      if (sets == null || List.of(sets.split(";")).contains(set.title())) {
        System.out.println(line(set, set.read(data), options));
      }
    }
  }

  private static String line(BenchmarkSet set, LabelledTable rows, Map<String, String> options)
      throws IOException {
    Path out = Path.of(options.getOrDefault("out", "evaluation/auto"));
    Path thinned = out.resolve(set.title() + ".csv");
    if (!Files.exists(thinned)) {
      TableWriter.write(thinned, rows.emitted());
    }
    String config =
        PlainText.of(
            """
            name: %s
            %s
            generator: {kind: smote}
            augmentation: {multiply: 1}
            evaluation:
              auto: true
              classifiers: [%s]
              baselines: []
              detectors: []
              importance: {repeats: 0}
              repeats: %s
            """,
            set.title(),
            set.dataSection(thinned),
            options.getOrDefault("classifier", "xgboost"),
            options.getOrDefault("repeats", "10"));
    Comparison comparison = comparison(config, out, options.getOrDefault("jobs", "2"));
    return words(set, rows, comparison);
  }

  private static Comparison comparison(String config, Path out, String jobs) throws IOException {
    ExperimentConfig parsed = ConfigLoader.parse(config, "the benchmark", List.of());
    RunRequest request =
        new RunRequest(parsed, null, out, null, false, false, false, false, Integer.parseInt(jobs));
    RunResult result = Experiment.evaluate(request, Context.quiet(parsed.seed()));
    Path file = result.folders().evaluation().resolve("comparison.json");
    return Json.mapper().readValue(file.toFile(), Comparison.class);
  }

  private static String words(BenchmarkSet set, LabelledTable rows, Comparison comparison) {
    PrimaryContrast auto =
        comparison.primary().stream()
            .filter(contrast -> contrast.estimate().arm().role() == Arm.Role.AUTO)
            .findFirst()
            .orElseThrow();
    PairedDifference gain = auto.estimate();
    Double none =
        comparison.summaries().stream()
            .filter(summary -> summary.arm().equals(gain.reference()))
            .findFirst()
            .orElseThrow()
            .figure(EvaluationMetric.AVERAGE_PRECISION)
            .mean();
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.3f | %+.3f%s | %s | %s |",
        set.title(),
        rows.rareRows().cardinality(),
        none,
        gain.mean(),
        gain.low() == null
            ? ""
            : String.format(Locale.ROOT, " [%+.3f, %+.3f]", gain.low(), gain.high()),
        auto.word(),
        picks(comparison));
  }

  private static String picks(Comparison comparison) {
    Map<String, Long> counts =
        comparison.choices().stream()
            .filter(choice -> choice.procedure().equals("auto"))
            .map(Choice::arm)
            .collect(Collectors.groupingBy(Arm::label, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(pick -> pick.getKey() + " × " + pick.getValue())
        .collect(Collectors.joining("; "));
  }
}
