package dev.synth.internal.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.compare.Choice;
import dev.synth.compare.RepeatResult;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.generate.OversampleOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridRunner;
import dev.synth.internal.experiment.grid.GridStore;
import dev.synth.internal.experiment.grid.UnitWorker;
import dev.synth.internal.experiment.pick.AutoCandidates;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.run.AugmentRequest;
import dev.synth.run.RunRequest;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of {@code augment} that picks, among candidates that are quick to fit. */
class AugmentRunTest {
  private static final List<Source> CANDIDATES =
      List.of(
          Source.of(Baseline.CLASS_WEIGHT),
          AutoCandidates.hard("oversample", new OversampleOptions(), Arm.Role.BASELINE));

  @TempDir Path folder;
  private ExperimentConfig config =
      ConfigLoader.parse("data: {source: demo, label: fraud, positive: 1}", "none", List.of());

  @BeforeEach
  void writeTheData() throws IOException {
    RandomStream stream = new Seeds(5).stream("augment");
    StringBuilder text = new StringBuilder("a,b,fraud\n");
    for (int row = 0; row < 900; row++) {
      double shift = row < 90 ? 1 : 0;
      text.append(
          String.format(
              Locale.ROOT,
              "%.3f,%.3f,%d%n",
              shift + stream.nextGaussian(),
              shift * stream.nextGaussian() * 3 + stream.nextGaussian(),
              row < 90 ? 1 : 0));
    }
    config =
        ConfigLoader.parse(
            """
            data: {source: '%s', label: fraud, positive: 1}
            augmentation: {ratio: 0.5}
            evaluation: {repeats: 1, classifiers: [logistic-regression], auto: true}
            generator: {kind: oversample}
            """
                .formatted(Files.writeString(folder.resolve("rows.csv"), text)),
            "augment",
            List.of());
  }

  private Path augment(String name, boolean holdOut, int jobs) {
    RunRequest run = new RunRequest(config, null, folder, name, false, false, false, false, jobs);
    AugmentRequest request = new AugmentRequest(run, null, holdOut, null);
    return new AugmentRun(request, Context.quiet(config.seed()), CANDIDATES)
        .run()
        .folders()
        .synthesis();
  }

  private static JsonNode summary(Path run) throws IOException {
    return Json.mapper().readTree(run.resolve("augmentation.json").toFile());
  }

  @Test
  void theReasonsAreWrittenBesideTheRowsAndNoFigure() throws IOException {
    Path run = augment("one", false, 1);
    JsonNode summary = summary(run);

    assertThat(summary.path("chosen_by").asText()).isEqualTo("auto");
    assertThat(summary.path("classifier").asText()).isEqualTo("logistic-regression");
    assertThat(summary.path("seed").asLong()).isEqualTo(42);
    assertThat(summary.path("performance").isNull()).isTrue();
    JsonNode candidates = summary.path("candidates");
    assertThat(candidates).hasSize(4);
    // 90 rare rows to 810 others are a ratio of 0.11
    assertThat(candidates.path(2).path("untried").asText())
        .isEqualTo("the rows have such a ratio already");
    double largest = 0;
    String best = "none";
    for (int i : new int[] {1, 3}) {
      double gain = candidates.path(i).path("gain").asDouble();
      if (gain > largest && gain > candidates.path(i).path("standard_error").asDouble()) {
        largest = gain;
        best = candidates.path(i).path("arm").path("name").asText();
      }
    }
    assertThat(summary.path("arm").path("name").asText()).isEqualTo(best);
    assertThat(Files.readAllLines(run.resolve("augmented.csv")))
        .hasSize(1 + 900 + summary.path("rows").path("synthetic").asInt());
  }

  @Test
  void theBytesAreTheSameForAnyNumberOfJobs() {
    Path one = augment("one", false, 1);
    Path two = augment("two", false, 2);
    for (String file : List.of("augmented.csv", "augmentation.json", "resolved.yaml")) {
      assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  /** The arm {@code auto} as evaluate judges it: same rows, same folds, same streams. */
  @Test
  void heldOutItPicksAndMeasuresWhatTheFirstRepeatOfAutoDoes() throws IOException {
    JsonNode summary = summary(augment("held", true, 2));
    Context context = Context.quiet(config.seed());
    LabelledTable rows = new DataSource(config).load(context).rows();
    GridDesign design = GridDesign.ofOne(config);
    GridStore store = new GridStore(folder.resolve("grid"));
    Repeats repeats = new Repeats(config, rows, context, 1);
    UnitWorker worker =
        new UnitWorker(design.options(), store, done -> {}, null).picking(CANDIDATES);
    new GridRunner(design, store, repeats, worker).run(1, context.cancellation(), () -> false);
    RepeatResult result = store.repeat(1).orElseThrow().result();

    Choice choice = result.choices().getLast();
    assertThat(choice.procedure()).isEqualTo("auto");
    assertThat(summary.path("arm").path("name").asText()).isEqualTo(choice.arm().name());
    assertThat(summary.path("arm").path("plan").asText()).isEqualTo(choice.arm().plan().text());
    JsonNode arms = summary.path("performance").path("arms");
    assertThat(averagePrecision(arms.path(0))).isEqualTo(averagePrecision(result, "none"));
    assertThat(averagePrecision(arms.path(arms.size() - 1)))
        .isEqualTo(averagePrecision(result, "auto"));
    assertThat(summary.path("performance").path("test_rows").asInt()).isEqualTo(180);
  }

  private static double averagePrecision(JsonNode arm) {
    return arm.path("figures").path("average_precision").path("value").asDouble();
  }

  private static double averagePrecision(RepeatResult result, String arm) {
    for (Evaluation evaluation : result.evaluations()) {
      if (evaluation.arm().name().equals(arm)) {
        MetricValue figure = evaluation.figure(EvaluationMetric.AVERAGE_PRECISION);
        return figure.number().orElseThrow();
      }
    }
    throw new AssertionError("no arm " + arm);
  }
}
