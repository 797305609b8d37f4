package dev.synth.internal.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.PrimaryContrast;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.run.RunFile;
import dev.synth.validate.ValidationReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finished run, read from its files, as the records of MLflow. */
final class RunRecords {
  /** The tag that tells the same results from others. */
  static final String RESULTS = "synth.results";

  private final TrackedFolders folders;
  private final JsonNode provenance;
  private final @Nullable Comparison comparison;

  RunRecords(TrackedFolders folders) {
    this.folders = folders;
    this.provenance = folders.json(RunFile.PROVENANCE);
    this.comparison =
        folders
            .evaluation()
            .map(folder -> RunFile.COMPARISON.read(folder, Comparison.class))
            .orElse(null);
  }

  /** Returns the run's record: its config, and the verdict's figures. */
  RunRecord run() {
    RunRecord.Metrics metrics = new RunRecord.Metrics();
    if (comparison != null) {
      comparison.primary().forEach(contrast -> addVerdict(contrast, metrics));
      addLearningCurve(comparison.doseResponse(), metrics);
    }
    folders.synthesis().ifPresent(folder -> addSynthesis(folder, metrics));
    numbers("rows/", provenance.path("rows"), metrics);
    numbers("seconds/", provenance.path("seconds"), metrics);
    return new RunRecord(folders.name(), tags(), parameters(), metrics.all());
  }

  /** Returns a record for each arm with each classifier; none where nothing was evaluated. */
  List<RunRecord> arms() {
    return comparison == null
        ? List.of()
        : new ArmRecords(folders.evaluation().orElseThrow(), comparison, provenance).all();
  }

  /** Returns when the run began, in milliseconds since 1970: its seconds before its end. */
  long start() {
    double seconds = 0;
    for (JsonNode stage : provenance.path("seconds")) {
      seconds += stage.asDouble();
    }
    return folders.end() - Math.round(1000 * seconds);
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    RunFacts facts =
        folders.with(RunFile.RUN).map(each -> RunFile.RUN.read(each, RunFacts.class)).orElse(null);
    String command = facts == null ? "generate" : facts.command();
    tags.put("mlflow.source.name", "synth " + command);
    tags.put("mlflow.source.type", "LOCAL");
    tags.put("synth.command", command);
    tags.put("synth.run", folders.identity());
    tags.put(RESULTS, folders.results());
    tags.put("synth.version", provenance.path("version").asText());
    tags.put("synth.data_sha256", provenance.path("data_sha256").asText());
    Optional<Boolean> passed =
        folders
            .synthesis()
            .map(each -> RunFile.VALIDATION.read(each, ValidationReport.class).passed());
    passed.ifPresent(each -> tags.put("synth.gates", each ? "passed" : "failed"));
    if (comparison != null) {
      tags.put("synth.verdict", comparison.verdict().word());
      tags.put("mlflow.note.content", Headline.of(comparison));
    }
    return tags;
  }

  private Map<String, String> parameters() {
    return folders
        .with(RunFile.RESOLVED)
        .map(folder -> ConfigLoader.leaves(RunFile.RESOLVED.text(folder), folders.name()))
        .orElse(Map.of());
  }

  private static void addVerdict(PrimaryContrast contrast, RunRecord.Metrics metrics) {
    String arm = "/" + MlflowNames.part(ArmTitle.of(contrast.estimate().arm()));
    metrics.add("change" + arm, contrast.estimate().mean());
    metrics.add("change_low" + arm, contrast.estimate().low());
    metrics.add("change_high" + arm, contrast.estimate().high());
    metrics.add("corrected_p" + arm, contrast.correctedP());
    if (contrast.detectable() != null) {
      metrics.add("minimum_detectable" + arm, contrast.detectable().minimum());
    }
  }

  private static void addLearningCurve(@Nullable DoseResponse doses, RunRecord.Metrics metrics) {
    if (doses != null) {
      for (DoseResponse.Dose dose : doses.curve()) {
        metrics.add("learning_curve/average_precision", dose.averagePrecision(), dose.rareRows());
      }
    }
  }

  private static void addSynthesis(Path folder, RunRecord.Metrics metrics) {
    ValidationReport validation = RunFile.VALIDATION.read(folder, ValidationReport.class);
    for (ValidationReport.MetricReport metric : validation.metrics()) {
      for (ValidationReport.Reading reading : metric.readings()) {
        String against =
            switch (reading.reference()) {
              case TRAINING -> "";
              case VALIDATION -> "_held_out";
            };
        metrics.add("validation" + against + "/" + metric.metric(), reading.value());
      }
    }
    metrics.add("gates_failed", (double) validation.failedGates().size());
    if (RunFile.TRAINING.isIn(folder)) {
      for (TrainingLog.Curve curve : RunFile.TRAINING.read(folder, TrainingLog.class).curves()) {
        curve
            .points()
            .forEach(point -> metrics.add("training/" + curve.name(), point.value(), point.step()));
      }
    }
  }

  private static void numbers(String prefix, JsonNode object, RunRecord.Metrics metrics) {
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      metrics.add(prefix + MlflowNames.part(entry.getKey()), entry.getValue().asDouble());
    }
  }
}
