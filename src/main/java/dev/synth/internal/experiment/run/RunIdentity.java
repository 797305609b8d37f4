package dev.synth.internal.experiment.run;

import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.Version;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.files.Hashes;
import dev.synth.internal.neural.layer.NeuralRuntime;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.report.wording.run.NoteJson;
import dev.synth.run.RunRequest;
import dev.synth.split.Split;
import dev.synth.split.Training;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that a run's results depend on: the resolved config, the data and the version.
 *
 * @param run hash of the three together
 * @param configSha256 hash of the resolved config
 * @param dataSha256 hash of the data
 * @param config the config
 */
public record RunIdentity(
    String run, String configSha256, String dataSha256, ExperimentConfig config) {
  private static final int SHORT = 8;

  public static RunIdentity of(ExperimentConfig config, String dataSha256) {
    return of(config, dataSha256, "");
  }

  /** The identity of a run that does something else with a config than {@code generate} does. */
  public static RunIdentity of(ExperimentConfig config, String dataSha256, String purpose) {
    String configSha256 = Hashes.ofText(ConfigLoader.resolved(config.untracked()));
    String run = run(configSha256, dataSha256, Version.fingerprint(), purpose);
    return new RunIdentity(run, configSha256, dataSha256, config);
  }

  /**
   * The identity of a stored run, whose resolved config is hashed as it stands in its file: another
   * version, which writes other keys, would not write the same text.
   */
  public static RunIdentity ofStored(ExperimentConfig config, Path resolved, String dataSha256) {
    String configSha256 = Hashes.ofFiles(List.of(resolved));
    String run = run(configSha256, dataSha256, Version.fingerprint(), "");
    return new RunIdentity(run, configSha256, dataSha256, config);
  }

  /** Returns the run that another version would have made for a purpose. */
  public String ofVersion(String version, String purpose) {
    return run(configSha256, dataSha256, version, purpose);
  }

  private static String run(
      String configSha256, String dataSha256, String version, String purpose) {
    String all = String.join("\n", configSha256, dataSha256, version);
    return Hashes.ofText(purpose.isEmpty() ? all : all + "\n" + purpose);
  }

  /** Returns the run folder's name: the one asked for, or name and hash. */
  public String folderName(RunRequest request) {
    return Objects.requireNonNullElse(
        request.runName(), config.name() + "-" + run.substring(0, SHORT));
  }

  /** Returns the provenance of the run's results. */
  public Provenance provenance(
      Split split, List<RunNote> notes, Timings timings, @Nullable Evaluated evaluated) {
    Map<String, Integer> rows = counts(split.training());
    rows.put("validation", split.validation().rowCount());
    rows.put("validation_rare", split.validation().rareCount());
    rows.put("test", split.test().rowCount());
    rows.put("test_rare", split.test().rareCount());
    return provenance(
        new Rows(rows, split.counts()),
        notes,
        timings,
        evaluated == null ? new Evaluated(List.of(), List.of()) : evaluated);
  }

  /** Returns the provenance of results of rows that were not split. */
  public Provenance provenance(Training whole, List<RunNote> notes, Timings timings) {
    return provenance(
        new Rows(counts(whole), Map.of()), notes, timings, new Evaluated(List.of(), List.of()));
  }

  private record Rows(Map<String, Integer> counts, Object split) {}

  private static Map<String, Integer> counts(Training training) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    rows.put("training", training.rowCount());
    rows.put("training_rare", training.rareCount());
    return rows;
  }

  private Provenance provenance(
      Rows rows, List<RunNote> notes, Timings timings, Evaluated evaluated) {
    return new Provenance(
        run,
        Version.fingerprint(),
        configSha256,
        dataSha256,
        config.seed(),
        rows.counts(),
        rows.split(),
        NoteJson.ofRun(notes),
        evaluated.openings(),
        NeuralRuntime.backend(),
        Provenance.machineFacts(),
        timings.seconds(),
        evaluated.costs().fitSeconds(),
        evaluated.costs().scoreMillis(),
        evaluated.costs().fits(),
        evaluated.costs().unitSeconds());
  }
}
