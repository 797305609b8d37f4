package dev.synth.internal.experiment.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.base.Problem;
import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.listing.RunDifference;
import dev.synth.internal.listing.RunDifference.Figure;
import dev.synth.internal.listing.RunDifference.Side;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.run.RunFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds two finished runs side by side. */
public final class RunComparer {
  private static final List<EvaluationMetric> METRICS =
      List.of(
          EvaluationMetric.AVERAGE_PRECISION,
          EvaluationMetric.RECALL,
          EvaluationMetric.PRECISION,
          EvaluationMetric.F1);

  private RunComparer() {}

  /**
   * Returns in what two runs differ.
   *
   * @param first a run's name, one of its folders, or a file in one
   * @param second the same of another
   * @param out the folder that holds {@code synthetic-out} and {@code evaluation}, for names
   * @throws Problem if there is no such run
   */
  public static RunDifference of(String first, String second, Path out) {
    FinishedRun one = FinishedRun.find(first, out);
    FinishedRun other = FinishedRun.find(second, out);
    return new RunDifference(
        side(one), side(other), keys(config(one), config(other)), figures(one, other));
  }

  private static Stream<Path> folders(FinishedRun run) {
    return Stream.of(run.synthesis(), run.evaluation()).flatMap(Optional::stream);
  }

  private static Side side(FinishedRun run) {
    Optional<Comparison> comparison = run.evaluation().flatMap(RunHistory::comparison);
    return new Side(
        run.name(),
        version(run),
        run.synthesis().map(RunHistory::gatesPassed).orElse(null),
        comparison.map(Comparison::verdict).orElse(null),
        comparison.map(Headline::of).orElse(null));
  }

  private static String version(FinishedRun run) {
    return folders(run)
        .filter(RunFile.PROVENANCE::isIn)
        .map(folder -> RunFile.PROVENANCE.read(folder, JsonNode.class).path("version").asText())
        .findFirst()
        .orElse("");
  }

  private static Map<String, String> config(FinishedRun run) {
    return folders(run)
        .filter(RunFile.RESOLVED::isIn)
        .map(folder -> ConfigLoader.leaves(RunFile.RESOLVED.text(folder), run.name()))
        .findFirst()
        .orElse(Map.of());
  }

  private static List<RunDifference.Key> keys(
      Map<String, String> first, Map<String, String> second) {
    Set<String> all = new LinkedHashSet<>(first.keySet());
    all.addAll(second.keySet());
    List<RunDifference.Key> keys = new ArrayList<>();
    for (String key : all) {
      if (!Objects.equals(first.get(key), second.get(key))) {
        keys.add(new RunDifference.Key(key, first.get(key), second.get(key)));
      }
    }
    return keys;
  }

  private static List<Figure> figures(FinishedRun one, FinishedRun other) {
    Map<String, ArmSummary> first = arms(one);
    Map<String, ArmSummary> second = arms(other);
    Set<String> all = new LinkedHashSet<>(first.keySet());
    all.addAll(second.keySet());
    List<Figure> figures = new ArrayList<>();
    for (String arm : all) {
      for (EvaluationMetric metric : METRICS) {
        figures.add(
            new Figure(
                arm, metric.title(), mean(first.get(arm), metric), mean(second.get(arm), metric)));
      }
    }
    return figures;
  }

  private static @Nullable Double mean(@Nullable ArmSummary arm, EvaluationMetric metric) {
    return arm == null ? null : arm.figure(metric).mean();
  }

  /** The arms of the first-listed classifier, by title. */
  private static Map<String, ArmSummary> arms(FinishedRun run) {
    Map<String, ArmSummary> arms = new LinkedHashMap<>();
    Comparison comparison = run.evaluation().flatMap(RunHistory::comparison).orElse(null);
    if (comparison != null) {
      comparison.summaries().stream()
          .filter(summary -> summary.classifier().equals(comparison.protocol().classifier()))
          .forEach(summary -> arms.put(ArmTitle.of(summary.arm()), summary));
    }
    return arms;
  }
}
