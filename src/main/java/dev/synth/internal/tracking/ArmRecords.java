package dev.synth.internal.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.compare.ResultKey;
import dev.synth.internal.compare.ResultLine;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.PrecisionCurve;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.VerdictSentence;
import dev.synth.run.RunFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arms of a comparison as the records of MLflow, one with each classifier. */
final class ArmRecords {
  private final Comparison comparison;
  private final JsonNode provenance;
  private final List<Result> results;
  private final List<ArmCurve> curves;

  /**
   * The arms of a run.
   *
   * @param folder the folder that holds {@code comparison.json}
   */
  ArmRecords(Path folder, Comparison comparison, JsonNode provenance) {
    this.comparison = comparison;
    this.provenance = provenance;
    this.results = RunFile.RUNS.isIn(folder) ? results(folder) : List.of();
    this.curves =
        RunFile.DESCRIPTION.isIn(folder)
            ? RunFile.DESCRIPTION.read(folder, Diagnostics.class).curves()
            : List.of();
  }

  /** The figures of one repeat. */
  private record Result(ResultKey place, Map<String, Double> figures) {}

  private static List<Result> results(Path folder) {
    List<Result> results = new ArrayList<>();
    try {
      for (ResultLine line : RunsCsv.parse(RunFile.RUNS.text(folder)).lines()) {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (EvaluationMetric figure : EvaluationMetric.values()) {
          String value = line.text(figure.key());
          if (!value.isEmpty()) {
            figures.put(figure.key(), Double.valueOf(value));
          }
        }
        results.add(new Result(line.place(), figures));
      }
    } catch (IllegalArgumentException e) {
      throw RunFile.RUNS.damaged(folder, String.valueOf(e.getMessage()), e);
    }
    return results;
  }

  /** Returns the records, those of the verdict first. */
  List<RunRecord> all() {
    List<ArmSummary> summaries = new ArrayList<>(comparison.summaries());
    summaries.sort((a, b) -> Boolean.compare(contrast(a) == null, contrast(b) == null));
    return summaries.stream().map(this::record).toList();
  }

  private RunRecord record(ArmSummary summary) {
    RunRecord.Metrics metrics = new RunRecord.Metrics();
    summary.figures().forEach((figure, spread) -> addFigure(figure.key(), spread, metrics));
    summary.asked().forEach((key, spread) -> addFigure(key, spread, metrics));
    for (PairedDifference difference : comparison.againstNone()) {
      if (difference.arm().equals(summary.arm())
          && difference.classifier().equals(summary.classifier())) {
        metrics.add("change", difference.mean());
        metrics.add("change_low", difference.low());
        metrics.add("change_high", difference.high());
      }
    }
    PrimaryContrast contrast = contrast(summary);
    if (contrast != null) {
      metrics.add("corrected_p", contrast.correctedP());
    }
    addCurve(summary, metrics);
    addRepeats(summary, metrics);
    JsonNode seconds = provenance.path("fit_seconds").path(ArmTitle.of(summary.arm()));
    if (seconds.isNumber() && summary.classifier().equals(comparison.protocol().classifier())) {
      metrics.add("fit_seconds", seconds.asDouble());
    }
    return new RunRecord(
        ArmTitle.of(summary.arm()) + " · " + summary.classifier(),
        tags(contrast),
        parameters(summary),
        metrics.all());
  }

  /** Returns the contrast that judges an arm with this classifier; null where there is none. */
  private @Nullable PrimaryContrast contrast(ArmSummary summary) {
    return comparison.primary().stream()
        .filter(
            each ->
                each.estimate().arm().equals(summary.arm())
                    && each.estimate().classifier().equals(summary.classifier()))
        .findFirst()
        .orElse(null);
  }

  private static Map<String, String> tags(@Nullable PrimaryContrast contrast) {
    return contrast == null
        ? Map.of()
        : Map.of(
            "synth.verdict", contrast.word(), "mlflow.note.content", VerdictSentence.of(contrast));
  }

  private static Map<String, String> parameters(ArmSummary summary) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("arm", summary.arm().name());
    if (!summary.arm().plan().text().isEmpty()) {
      parameters.put("plan", summary.arm().plan().text());
    }
    parameters.put("rare_rows", summary.arm().rareRows().text());
    parameters.put("role", summary.arm().role().name().toLowerCase(Locale.ROOT));
    parameters.put("classifier", summary.classifier());
    return parameters;
  }

  private static void addFigure(String key, ArmSummary.Spread spread, RunRecord.Metrics metrics) {
    metrics.add(key, spread.mean());
    metrics.add("standard_deviation/" + key, spread.standardDeviation());
  }

  private void addCurve(ArmSummary summary, RunRecord.Metrics metrics) {
    for (ArmCurve curve : curves) {
      if (curve.key().equals(new ArmCurve.Key(summary.arm(), summary.classifier()))) {
        List<Double> precision = curve.curve().precision();
        for (int level = 0; level < precision.size(); level++) {
          long percent = Math.round(100 * PrecisionCurve.recall(level));
          metrics.add("precision_by_recall_percent", precision.get(level), percent);
        }
      }
    }
  }

  private void addRepeats(ArmSummary summary, RunRecord.Metrics metrics) {
    for (Result result : results) {
      int repeat = result.place().repeat();
      if (result.place().equals(ResultKey.of(repeat, summary.arm(), summary.classifier()))) {
        result.figures().forEach((key, value) -> metrics.add("by_repeat/" + key, value, repeat));
      }
    }
  }
}
