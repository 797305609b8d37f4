package dev.synth.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.compare.Comparison;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.table.CostTable.CostsByArm;
import dev.synth.internal.report.text.DescriptionText;
import dev.synth.internal.report.text.RankedTable;
import dev.synth.internal.report.text.ResultTable;
import dev.synth.internal.report.text.ValidationText;
import dev.synth.internal.report.wording.ComparisonJson;
import dev.synth.run.RunFile;
import dev.synth.validate.ValidationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A finished run for standard output, read from its JSON files alone, so that a run that is shown
 * again reads as it did the first time.
 */
public final class RunText {
  private RunText() {}

  /**
   * Returns the run as text: what validation found, the table of arms, the verdict, the folders.
   *
   * @param synthesis the run's folder below {@code synthetic-out}
   * @param evaluation the run's folder below {@code evaluation}; may be missing
   * @param hint how to evaluate after a failed gate, in a sentence
   */
  public static String plain(Path synthesis, Path evaluation, String hint) {
    ValidationReport validation = RunFile.VALIDATION.read(synthesis, ValidationReport.class);
    List<String> lines = new ArrayList<>();
    lines.addAll(ValidationText.summary(validation));
    lines.add("");
    if (RunFile.COMPARISON.isIn(evaluation)) {
      lines.addAll(result(synthesis, evaluation).lines().toList());
      lines.add("");
    } else if (validation.anyFailed()) {
      lines.add("Nothing was evaluated. " + hint);
      lines.add("");
    }
    lines.add("Rows, model and report: " + synthesis);
    if (Files.exists(evaluation)) {
      lines.add("Figures and report:     " + evaluation);
    }
    return String.join("\n", lines) + "\n";
  }

  /**
   * Returns the run as one JSON object: its folders, {@code validation.json} and, where there is
   * one, {@code comparison.json}.
   */
  public static String json(Path synthesis, Path evaluation) {
    ObjectNode object = Json.mapper().createObjectNode();
    object.put("run", String.valueOf(synthesis.getFileName()));
    object.put("synthetic_out", synthesis.toString());
    object.set("validation", RunFile.VALIDATION.read(synthesis, JsonNode.class));
    if (RunFile.COMPARISON.isIn(evaluation)) {
      object.put("evaluation", evaluation.toString());
      object.set("comparison", RunFile.COMPARISON.read(evaluation, JsonNode.class));
      object.set("description", description(evaluation));
    }
    return Json.write(object);
  }

  /**
   * Returns a run without synthetic rows: the table of arms, the verdict, the folder; or as JSON
   * its folder and {@code comparison.json}.
   *
   * @param evaluation the run's folder below {@code evaluation}
   */
  public static String evaluation(Path evaluation, boolean json) {
    if (!json) {
      return PlainText.of(
          "%s\nFigures and report: %s\n", result(evaluation, evaluation), evaluation);
    }
    ObjectNode object = Json.mapper().createObjectNode();
    object.put("run", String.valueOf(evaluation.getFileName()));
    object.put("evaluation", evaluation.toString());
    object.set("comparison", RunFile.COMPARISON.read(evaluation, JsonNode.class));
    object.set("description", description(evaluation));
    return Json.write(object);
  }

  /** One judged arm is shown with every classifier and figure, several are ranked. */
  private static String result(Path run, Path evaluation) {
    Comparison comparison = RunFile.COMPARISON.read(evaluation, Comparison.class);
    String table =
        comparison.primary().size() <= 1
            ? ResultTable.of(comparison, costs(run))
            : RankedTable.of(comparison, costs(run));
    return table + DescriptionText.of(RunReport.description(evaluation));
  }

  /** The costs of arms stand beside the times of the run: no result depends on them. */
  private static CostsByArm costs(Path run) {
    if (!RunFile.PROVENANCE.isIn(run)) {
      return CostsByArm.NONE;
    }
    JsonNode facts = RunFile.PROVENANCE.read(run, JsonNode.class);
    return new CostsByArm(
        numbers(facts.path("fit_seconds"), JsonNode::asDouble),
        numbers(facts.path("score_millis"), JsonNode::asDouble),
        numbers(facts.path("fits"), JsonNode::asLong));
  }

  private static <T> Map<String, T> numbers(JsonNode object, Function<JsonNode, T> number) {
    Map<String, T> numbers = new LinkedHashMap<>();
    object.properties().forEach(each -> numbers.put(each.getKey(), number.apply(each.getValue())));
    return numbers;
  }

  private static JsonNode description(Path evaluation) {
    return ComparisonJson.tree(RunReport.description(evaluation));
  }
}
