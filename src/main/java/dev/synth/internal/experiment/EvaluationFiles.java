package dev.synth.internal.experiment;

import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Version;
import dev.synth.internal.compare.ArmDifferences;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.RunFacts;
import dev.synth.internal.compare.RunRanks;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.experiment.run.Provenance;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.files.OutputFiles;
import dev.synth.internal.report.RunReport;
import dev.synth.internal.report.wording.ComparisonJson;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.run.RunFile;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.MetricReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what all repeats found; {@code docs/run-folder.md} lists the files. */
public final class EvaluationFiles {
  private EvaluationFiles() {}

  /**
   * Writes the files.
   *
   * @param facts what the run was
   */
  public static void write(Path folder, Evaluated evaluated, Protocol protocol, RunFacts facts) {
    Comparison comparison = Comparer.compare(protocol, evaluated.results());
    OutputFiles.text(RunFile.RUNS.in(folder), RunsCsv.of(evaluated.results(), FallbackWords::of));
    RunRanks.of(evaluated.results())
        .ifPresent(ranks -> OutputFiles.text(RunFile.RANKS.in(folder), Json.write(ranks)));
    OutputFiles.text(RunFile.COMPARISON.in(folder), ComparisonJson.write(comparison));
    OutputFiles.text(
        RunFile.DESCRIPTION.in(folder),
        ComparisonJson.write(
            evaluated.description().with(ArmDifferences.of(protocol, evaluated.results()))));
    OutputFiles.text(RunFile.THRESHOLDS.in(folder), Json.write(evaluated.sweeps()));
    OutputFiles.text(RunFile.RUN.in(folder), Json.write(facts.withFits(evaluated.costs().fits())));
    OutputFiles.text(RunFile.PAGE.in(folder), RunReport.evaluation(folder));
  }

  /**
   * Returns what a run was.
   *
   * @param identity the run's config, and its hash
   * @param command what was run
   * @param validation what was found of its synthetic rows; null where there are none
   */
  public static RunFacts facts(
      RunIdentity identity, String command, @Nullable ValidationReport validation) {
    ExperimentConfig config = identity.config();
    String source = config.data().source();
    return new RunFacts(
        RunFacts.SCHEMA_VERSION,
        command,
        identity.run(),
        Version.fingerprint(),
        config.seed(),
        source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1),
        command.equals(EvaluationRun.COMPARE) ? null : config.generator().kind(),
        validation == null ? null : gates(validation),
        null);
  }

  private static RunFacts.Gates gates(ValidationReport validation) {
    List<String> failed = new ArrayList<>();
    int passed = 0;
    int undecided = 0;
    for (MetricReport metric : validation.metrics()) {
      switch (metric.gate().status()) {
        case PASSED -> passed++;
        case FAILED -> failed.add(metric.title());
        case CANNOT_TELL, NOT_COMPUTED -> undecided++;
        case OFF -> {
          // nothing was asked
        }
      }
    }
    return new RunFacts.Gates(validation.preset().toString(), passed, failed, undecided);
  }

  static void writeProvenance(Path folder, Provenance provenance) {
    OutputFiles.text(RunFile.PROVENANCE.in(folder), Json.write(provenance));
  }
}
