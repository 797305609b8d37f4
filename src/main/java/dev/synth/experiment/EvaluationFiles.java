package dev.synth.experiment;

import dev.synth.base.Json;
import dev.synth.evaluate.Comparison;
import dev.synth.evaluate.RepeatResult;
import dev.synth.evaluate.RunsCsv;
import dev.synth.report.RunReport;
import java.nio.file.Path;
import java.util.List;

/** Writes what all repeats found; {@code docs/run-folder.md} lists the files. */
final class EvaluationFiles {
  private EvaluationFiles() {}

  static void write(Path folder, List<RepeatResult> results, Comparison comparison) {
    OutputFiles.text(folder.resolve("runs.csv"), RunsCsv.of(results));
    OutputFiles.text(folder.resolve("comparison.json"), Json.write(comparison));
    OutputFiles.text(folder.resolve("report.html"), RunReport.evaluation(folder));
  }

  static void writeProvenance(Path folder, Provenance provenance) {
    OutputFiles.text(folder.resolve("provenance.json"), Json.write(provenance));
  }
}
