package dev.synth.internal.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.compare.Comparison;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.compare.ThresholdSweeps;
import dev.synth.internal.report.evaluation.EvaluationReport;
import dev.synth.internal.report.evaluation.TwoRuns;
import dev.synth.internal.report.paper.LatexTables;
import dev.synth.internal.report.paper.MarkdownTables;
import dev.synth.internal.report.synthesis.SynthesisReport;
import dev.synth.internal.validate.plot.Plots;
import dev.synth.run.RunFile;
import dev.synth.validate.ValidationReport;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders {@code report.html} from a run's JSON files alone: the same files, the same bytes.
 *
 * <p>Nothing about the machine, the time or the folder is shown, so that two runs of one config
 * have one report.
 */
public final class RunReport {
  private RunReport() {}

  /**
   * Renders the report of {@code synthetic-out/<run>}: {@code validation.json}, and {@code
   * training.json}, {@code plots.json} and {@code provenance.json} where they are there.
   *
   * @return HTML that needs no other file, and shows no real row
   * @throws Problem if {@code validation.json} is missing or is not one
   */
  public static String synthesis(Path folder) {
    return synthesis(folder, false);
  }

  /**
   * Renders the same, with real rows where the run has recorded any and they may be shown.
   *
   * @param showRows whether real rows may be shown one by one
   */
  public static String synthesis(Path folder, boolean showRows) {
    ValidationReport validation = RunFile.VALIDATION.read(folder, ValidationReport.class);
    TrainingLog log =
        RunFile.TRAINING.isIn(folder)
            ? RunFile.TRAINING.read(folder, TrainingLog.class)
            : TrainingLog.EMPTY;
    JsonNode facts =
        RunFile.PROVENANCE.isIn(folder)
            ? RunFile.PROVENANCE.read(folder, JsonNode.class)
            : Json.mapper().createObjectNode();
    Plots plots = RunFile.PLOTS.isIn(folder) ? RunFile.PLOTS.read(folder, Plots.class) : null;
    return new SynthesisReport(validation, log, facts, plots, showRows).html();
  }

  /** Returns whether a run's charts hold real rows, since the user asked for them. */
  public static boolean holdsRealRows(Path folder) {
    return RunFile.PLOTS.isIn(folder) && RunFile.PLOTS.read(folder, Plots.class).realRows();
  }

  /**
   * Renders the report of {@code evaluation/<run>}: {@code comparison.json}, and {@code
   * description.json}, {@code thresholds.json} and {@code run.json} where they are there.
   *
   * @return HTML that needs no other file
   * @throws Problem if {@code comparison.json} is missing or is not one
   */
  public static String evaluation(Path folder) {
    return new EvaluationReport(
            comparison(folder), description(folder), sweeps(folder), facts(folder))
        .html();
  }

  /**
   * Renders the tables of {@code evaluation/<run>} for a paper, from {@code comparison.json} alone:
   * arms × classifiers with average precision, its difference to {@code none}, the verdict, and
   * recall at 1 % false positives.
   *
   * @return LaTeX, Markdown or the page
   * @throws Problem if {@code comparison.json} is missing or is not one
   */
  public static String evaluation(Path folder, ReportFormat format) {
    return switch (format) {
      case LATEX -> LatexTables.of(comparison(folder));
      case MARKDOWN -> MarkdownTables.of(comparison(folder));
      case HTML, PDF -> evaluation(folder);
    };
  }

  /**
   * Renders two runs' evaluations side by side.
   *
   * @param names what the runs are called, the first one first
   * @param folders their folders below {@code evaluation}, in the same order
   * @return HTML that needs no other file
   * @throws Problem if a {@code comparison.json} is missing or is not one
   */
  public static String sideBySide(List<String> names, List<Path> folders) {
    return new TwoRuns(
            new TwoRuns.Run(names.get(0), comparison(folders.get(0)), facts(folders.get(0))),
            new TwoRuns.Run(names.get(1), comparison(folders.get(1)), facts(folders.get(1))))
        .html();
  }

  /** Returns what stands beside a run's comparison; nothing where the run has no such file. */
  static Diagnostics description(Path folder) {
    return RunFile.DESCRIPTION.isIn(folder)
        ? RunFile.DESCRIPTION.read(folder, Diagnostics.class)
        : Diagnostics.of(List.of(), 1);
  }

  private static ThresholdSweeps sweeps(Path folder) {
    return RunFile.THRESHOLDS.isIn(folder)
        ? RunFile.THRESHOLDS.read(folder, ThresholdSweeps.class)
        : ThresholdSweeps.NONE;
  }

  private static @Nullable RunFacts facts(Path folder) {
    return RunFile.RUN.isIn(folder) ? RunFile.RUN.read(folder, RunFacts.class) : null;
  }

  private static Comparison comparison(Path folder) {
    return RunFile.COMPARISON.read(folder, Comparison.class);
  }
}
