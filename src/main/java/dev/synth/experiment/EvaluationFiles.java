package dev.synth.experiment;

import dev.synth.base.Json;
import dev.synth.evaluate.Comparer;
import dev.synth.evaluate.Comparison;
import dev.synth.evaluate.Protocol;
import dev.synth.evaluate.RunsCsv;
import dev.synth.report.RunReport;
import dev.synth.report.wording.ComparisonJson;
import java.nio.file.Path;

/** Writes what all repeats found; {@code docs/run-folder.md} lists the files. */
final class EvaluationFiles {
  private EvaluationFiles() {}

  static void write(Path folder, Evaluated evaluated, Protocol protocol) {
    Comparison comparison = Comparer.compare(protocol, evaluated.results());
    OutputFiles.text(folder.resolve("runs.csv"), RunsCsv.of(evaluated.results()));
    OutputFiles.text(folder.resolve("comparison.json"), ComparisonJson.write(comparison));
    OutputFiles.text(folder.resolve("description.json"), Json.write(evaluated.description()));
    OutputFiles.text(folder.resolve("report.html"), RunReport.evaluation(folder));
  }

  static void writeProvenance(Path folder, Provenance provenance) {
    OutputFiles.text(folder.resolve("provenance.json"), Json.write(provenance));
  }
}
