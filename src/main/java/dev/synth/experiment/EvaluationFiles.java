package dev.synth.experiment;

import dev.synth.base.Json;
import dev.synth.evaluate.Comparer;
import dev.synth.evaluate.Comparison;
import dev.synth.evaluate.Protocol;
import dev.synth.evaluate.RunsCsv;
import dev.synth.report.RunFile;
import dev.synth.report.RunReport;
import dev.synth.report.wording.ComparisonJson;
import java.nio.file.Path;

/** Writes what all repeats found; {@code docs/run-folder.md} lists the files. */
final class EvaluationFiles {
  private EvaluationFiles() {}

  static void write(Path folder, Evaluated evaluated, Protocol protocol) {
    Comparison comparison = Comparer.compare(protocol, evaluated.results());
    OutputFiles.text(RunFile.RUNS.in(folder), RunsCsv.of(evaluated.results()));
    OutputFiles.text(RunFile.COMPARISON.in(folder), ComparisonJson.write(comparison));
    OutputFiles.text(RunFile.DESCRIPTION.in(folder), Json.write(evaluated.description()));
    OutputFiles.text(RunFile.PAGE.in(folder), RunReport.evaluation(folder));
  }

  static void writeProvenance(Path folder, Provenance provenance) {
    OutputFiles.text(RunFile.PROVENANCE.in(folder), Json.write(provenance));
  }
}
