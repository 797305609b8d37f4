package dev.synth.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Json;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.evaluate.Comparison;
import dev.synth.validate.ValidationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A finished run for standard output, read from its JSON files alone, so that a run that is shown
 * again reads as it did the first time.
 */
public final class RunText {
  private static final String VALIDATION = "validation.json";
  private static final String COMPARISON = "comparison.json";
  private static final String PROVENANCE = "provenance.json";

  private RunText() {}

  /**
   * Returns the run as text: what validation found, the table of arms, the verdict, the folders.
   *
   * @param synthesis the run's folder below {@code synthetic-out}
   * @param evaluation the run's folder below {@code evaluation}; may be missing
   * @param hint how to evaluate after a failed gate, in a sentence
   */
  public static String plain(Path synthesis, Path evaluation, String hint) {
    ValidationReport validation = validation(synthesis);
    List<String> lines = new ArrayList<>();
    lines.addAll(ValidationText.summary(validation));
    lines.add("");
    if (Files.exists(evaluation.resolve(COMPARISON))) {
      lines.addAll(result(synthesis, evaluation).lines().toList());
      lines.add("");
    } else if (!validation.passed()) {
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
    object.set("validation", tree(synthesis.resolve(VALIDATION)));
    if (Files.exists(evaluation.resolve(COMPARISON))) {
      object.put("evaluation", evaluation.toString());
      object.set("comparison", tree(evaluation.resolve(COMPARISON)));
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
      return "%s\nFigures and report: %s\n".formatted(result(evaluation, evaluation), evaluation);
    }
    ObjectNode object = Json.mapper().createObjectNode();
    object.put("run", String.valueOf(evaluation.getFileName()));
    object.put("evaluation", evaluation.toString());
    object.set("comparison", tree(evaluation.resolve(COMPARISON)));
    object.set("description", description(evaluation));
    return Json.write(object);
  }

  /** One judged arm is shown with every classifier and figure, several are ranked. */
  private static String result(Path run, Path evaluation) {
    Comparison comparison = comparison(evaluation);
    String table =
        comparison.primary().size() <= 1
            ? ResultTable.of(comparison)
            : RankedTable.of(comparison, fitSeconds(run));
    return table + DescriptionText.of(RunReport.description(evaluation));
  }

  private static Map<String, Double> fitSeconds(Path run) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    if (Files.exists(run.resolve(PROVENANCE))) {
      for (Map.Entry<String, JsonNode> entry :
          tree(run.resolve(PROVENANCE)).path("fit_seconds").properties()) {
        seconds.put(entry.getKey(), entry.getValue().asDouble());
      }
    }
    return seconds;
  }

  private static ValidationReport validation(Path synthesis) {
    Path file = synthesis.resolve(VALIDATION);
    try {
      return Json.mapper().readValue(file.toFile(), ValidationReport.class);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Comparison comparison(Path evaluation) {
    Path file = evaluation.resolve(COMPARISON);
    try {
      return Json.mapper().readValue(file.toFile(), Comparison.class);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static JsonNode description(Path evaluation) {
    return Json.mapper().valueToTree(RunReport.description(evaluation));
  }

  private static JsonNode tree(Path file) {
    try {
      return Json.mapper().readTree(file.toFile());
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Problem unreadable(Path file, IOException e) {
    return Problem.environment("cannot read %s", file).remedy(Remedy.RERUN).causedBy(e);
  }
}
