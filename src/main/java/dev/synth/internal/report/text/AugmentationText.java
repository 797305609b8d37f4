package dev.synth.internal.report.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.compare.AugmentationSummary;
import dev.synth.compare.AugmentationSummary.ArmFigures;
import dev.synth.compare.AugmentationSummary.Performance;
import dev.synth.compare.CandidateScore;
import dev.synth.config.GenerateOptions;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.LineBreaks;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.report.format.TextGrid;
import dev.synth.internal.report.wording.AugmentationSentence;
import dev.synth.internal.report.wording.training.TrainingWarningSentence;
import dev.synth.run.RunFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A run of {@code augment} for standard output, read from its {@code augmentation.json} alone. */
public final class AugmentationText {
  private static final List<EvaluationMetric> SHOWN =
      List.of(
          EvaluationMetric.AVERAGE_PRECISION,
          EvaluationMetric.RECALL,
          EvaluationMetric.PRECISION,
          EvaluationMetric.F1,
          EvaluationMetric.RECALL_AT_FPR_1_PERCENT);

  private AugmentationText() {}

  /**
   * Returns the run for people, or as JSON with its folder and file.
   *
   * @param folder the run's folder below {@code synthetic-out}
   */
  public static String of(Path folder, boolean json) {
    Path augmented = augmented(folder);
    if (json) {
      ObjectNode object = Json.mapper().createObjectNode();
      object.put("run", String.valueOf(folder.getFileName()));
      object.put("synthetic_out", folder.toString());
      object.put("augmented", augmented.toString());
      object.set("augmentation", RunFile.AUGMENTATION.read(folder, JsonNode.class));
      return Json.write(object);
    }
    return plain(RunFile.AUGMENTATION.read(folder, AugmentationSummary.class), augmented);
  }

  private static Path augmented(Path folder) {
    return Arrays.stream(GenerateOptions.Format.values())
        .map(format -> folder.resolve("augmented." + format.extension()))
        .filter(Files::exists)
        .findFirst()
        .orElse(folder);
  }

  private static String plain(AugmentationSummary summary, Path augmented) {
    List<String> lines =
        new ArrayList<>(LineBreaks.wrapped(AugmentationSentence.of(summary), TextGrid.WIDTH));
    if (!summary.candidates().isEmpty()) {
      lines.add("");
      lines.addAll(candidates(summary));
    }
    summary
        .warnings()
        .forEach(
            warning ->
                lines.addAll(
                    LineBreaks.wrapped(
                        "Warning: " + TrainingWarningSentence.of(warning), TextGrid.WIDTH)));
    Performance performance = summary.performance();
    if (performance != null) {
      lines.add("");
      lines.addAll(performance(performance));
    }
    lines.add("");
    lines.addAll(LineBreaks.wrapped(AugmentationSentence.performance(summary), TextGrid.WIDTH));
    lines.add("");
    lines.add("Rows: " + augmented);
    return String.join("\n", lines) + "\n";
  }

  private static List<String> candidates(AugmentationSummary summary) {
    TextGrid grid =
        new TextGrid(TextGrid.WIDTH)
            .column("", TextGrid.Alignment.LEFT, 0)
            .column("avg precision", TextGrid.Alignment.LEFT, 1)
            .column("gain", TextGrid.Alignment.LEFT, 0)
            .column("± standard error", TextGrid.Alignment.LEFT, 0);
    grid.heading("candidate");
    List<String> notes = new ArrayList<>();
    for (CandidateScore score : summary.candidates()) {
      String mark = score.arm().equals(summary.arm()) ? "▸ " : "  ";
      grid.row(
          List.of(
              mark + score.arm().label(),
              ReportNumbers.plain(score.averagePrecision()),
              score.gain() == null ? "" : ReportNumbers.signed(score.gain()),
              score.standardError() == null ? "" : ReportNumbers.plain(score.standardError())));
      String why = score.untried();
      if (why != null && notes.stream().noneMatch(line -> line.endsWith(": " + why))) {
        notes.add("Not tried: " + score.arm().label() + ": " + why);
      }
    }
    List<String> lines = new ArrayList<>(grid.lines());
    lines.add("");
    lines.addAll(
        LineBreaks.wrapped(
            PlainText.of(
                "Means over folds of the training rows, with %s. Candidates are looked at in this"
                    + " order, and %s",
                summary.classifier(), rule(summary)),
            TextGrid.WIDTH));
    notes.forEach(note -> lines.addAll(LineBreaks.wrapped(note, TextGrid.WIDTH)));
    return lines;
  }

  private static String rule(AugmentationSummary summary) {
    Arm favoured = summary.favoured();
    return favoured == null
        ? "one is taken if its gain is clear by its standard error, which allows for folds that"
            + " share rows."
        : PlainText.of(
            "with so few rare rows %s is taken unless it is behind none by more than one standard"
                + " error. One in its place must be ahead of it by more than two; without it, one"
                + " is taken if its gain is clear. The standard error allows for folds that share"
                + " rows.",
            favoured.label());
  }

  private static List<String> performance(Performance performance) {
    TextGrid grid = new TextGrid(TextGrid.WIDTH).column("", TextGrid.Alignment.LEFT, 0);
    SHOWN.forEach(measure -> grid.column(measure.title(), TextGrid.Alignment.RIGHT, 0));
    String classifier = "";
    for (ArmFigures arm : performance.arms()) {
      if (!arm.classifier().equals(classifier)) {
        classifier = arm.classifier();
        grid.heading(classifier);
      }
      List<String> cells = new ArrayList<>(List.of("  " + arm.arm().label()));
      SHOWN.forEach(measure -> cells.add(number(arm.figures().get(measure))));
      grid.row(cells);
    }
    return grid.lines();
  }

  private static String number(@org.jspecify.annotations.Nullable MetricValue figure) {
    return figure == null || figure.number().isEmpty()
        ? ReportNumbers.NONE
        : ReportNumbers.plain(figure.number().getAsDouble());
  }
}
