package dev.synth.internal.experiment;

import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.RunRanks;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.experiment.run.Provenance;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.wording.ComparisonJson;
import dev.synth.run.RunFile;
import java.nio.file.Path;

/** Writes what all repeats found; {@code docs/run-folder.md} lists the files. */
public final class EvaluationFiles {
  private EvaluationFiles() {}

  public static void write(Path folder, Evaluated evaluated, Protocol protocol) {
    Comparison comparison = Comparer.compare(protocol, evaluated.results());
    OutputFiles.text(RunFile.RUNS.in(folder), RunsCsv.of(evaluated.results()));
    RunRanks.of(evaluated.results())
        .ifPresent(ranks -> OutputFiles.text(RunFile.RANKS.in(folder), Json.write(ranks)));
    OutputFiles.text(RunFile.COMPARISON.in(folder), ComparisonJson.write(comparison));
    OutputFiles.text(RunFile.DESCRIPTION.in(folder), Json.write(evaluated.description()));
    OutputFiles.text(RunFile.PAGE.in(folder), RunReport.evaluation(folder));
  }

  static void writeProvenance(Path folder, Provenance provenance) {
    OutputFiles.text(RunFile.PROVENANCE.in(folder), Json.write(provenance));
  }
}
