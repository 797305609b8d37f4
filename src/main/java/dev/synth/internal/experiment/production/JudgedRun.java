package dev.synth.internal.experiment.production;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.base.Remedy;
import dev.synth.compare.Comparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Verdict;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.internal.experiment.EvaluationRun;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.run.FitRequest;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.split.RareRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finished run of a config, and the verdicts that it gave.
 *
 * @param name the run's name
 * @param comparison what it found
 */
record JudgedRun(String name, Comparison comparison) {
  /**
   * Finds the run whose verdicts count: the one that is named, else the finished ones of the very
   * config, data and version, of which one with an uplift comes first.
   *
   * @param dataSha256 what identifies the data
   * @return empty where none is finished
   * @throws Problem if the named run is of another config or other data
   */
  static Optional<JudgedRun> find(FitRequest request, String dataSha256) {
    List<RunIdentity> own = identities(request.run().config(), dataSha256);
    String named = request.judgedBy();
    if (named != null) {
      return Optional.of(named(named, request.run().out(), own));
    }
    List<JudgedRun> found = new ArrayList<>();
    for (RunIdentity identity : own) {
      RunFolders folders =
          RunFolders.ofEvaluation(request.run().out(), identity.folderName(request.run()));
      Optional<String> done = RunFolders.done(folders.evaluation());
      if (done.filter(identity.run()::equals).isPresent()
          && RunFile.COMPARISON.isIn(folders.evaluation())) {
        found.add(read(folders.name(), folders.evaluation()));
      }
    }
    return found.stream()
        .filter(run -> run.winner().isPresent())
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private static List<RunIdentity> identities(ExperimentConfig config, String dataSha256) {
    return List.of(
        RunIdentity.of(config.compared(), dataSha256, EvaluationRun.COMPARE),
        RunIdentity.of(config.evaluated(), dataSha256));
  }

  private static JudgedRun named(String named, Path out, List<RunIdentity> own) {
    FinishedRun run = FinishedRun.find(named, out);
    Path folder =
        run.evaluation()
            .orElseThrow(
                () -> Problem.data("run '%s' holds no evaluation, so it has no verdict", named));
    // a run of generate has config and provenance beside its rows
    Path origin = RunFile.PROVENANCE.isIn(folder) ? folder : run.synthesis().orElse(folder);
    JsonNode provenance = RunFile.PROVENANCE.read(origin, JsonNode.class);
    Set<String> configs = Set.of(own.get(0).configSha256(), own.get(1).configSha256());
    if (!configs.contains(provenance.path("config_sha256").asText())) {
      throw Problem.data(
          "run '%s' is of another config, so its verdict says nothing of this one; its own is %s",
          named, RunFile.RESOLVED.in(origin));
    }
    if (!own.getFirst().dataSha256().equals(provenance.path("data_sha256").asText())) {
      throw Problem.data("run '%s' is of other data, so its verdict says nothing of these", named);
    }
    return read(String.valueOf(folder.getFileName()), folder);
  }

  private static JudgedRun read(String name, Path folder) {
    return new JudgedRun(name, RunFile.COMPARISON.read(folder, Comparison.class));
  }

  /** Returns the arm with the largest gain among those whose verdict is uplift. */
  Optional<Arm> winner() {
    return comparison.primary().stream()
        .filter(contrast -> contrast.verdict() instanceof Verdict.Uplift)
        .filter(contrast -> isWhole(contrast.estimate().arm()))
        .max(Comparator.comparingDouble(JudgedRun::gain))
        .map(contrast -> contrast.estimate().arm());
  }

  private static double gain(PrimaryContrast contrast) {
    Double mean = contrast.estimate().mean();
    return mean == null ? Double.NEGATIVE_INFINITY : mean;
  }

  /** Returns whether an arm is one arm, on all real rare rows. */
  private static boolean isWhole(Arm arm) {
    return arm.rareRows().equals(RareRows.ALL) && arm.role() != Arm.Role.SELECTED;
  }

  /** Returns the verdict of an arm, or empty where it has none. */
  Optional<Verdict> verdict(Arm arm) {
    return comparison.primary().stream()
        .filter(contrast -> contrast.estimate().arm().label().equals(arm.label()))
        .filter(contrast -> isWhole(contrast.estimate().arm()))
        .map(PrimaryContrast::verdict)
        .findFirst();
  }

  /** Returns the problem that an arm may not be fitted as a judged one. */
  Problem unjudged(Arm arm) {
    return Problem.usage(
            "the verdict of run '%s' on the arm '%s' is %s, not uplift",
            name, arm.label(), verdict(arm).map(Verdict::word).orElse("none"))
        .remedy(Remedy.UNJUDGED);
  }
}
