package dev.synth.experiment;

import dev.synth.base.Context;
import dev.synth.base.Json;
import dev.synth.base.JsonFields;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ConfigLoader;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.profile.LeakSuspects;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Looks for leaks in a finished run: reads its folder and its data again, splits anew, and holds
 * what is on disk against what may be there. {@code docs/leaks.md} lists the questions.
 *
 * @param run the run's folder
 * @param alarms what is wrong, a sentence each; empty where nothing was found
 */
public record Audit(Path run, List<String> alarms) {
  public Audit {
    alarms = List.copyOf(alarms);
  }

  /**
   * Audits a run of {@code generate}.
   *
   * @param given the run's name, or its folder, or a file of it
   * @param out the folder that holds {@code synthetic-out} and {@code evaluation}
   * @param context whom to tell and whether to stop; its seeds are not used, the run's are
   * @throws Problem if there is no such run, or its files or data cannot be read
   */
  public static Audit of(String given, Path out, Context context) {
    Path folder = SavedRunFolders.find(given, out);
    ExperimentConfig config = ConfigLoader.load(folder.resolve("resolved.yaml"), List.of());
    JsonFields provenance = provenance(folder);
    List<String> alarms = new ArrayList<>();
    DataSource source = new DataSource(config);
    RunIdentity identity = RunIdentity.of(config, source.sha256());
    if (!identity.configSha256().equals(provenance.text("config_sha256"))) {
      alarms.add("resolved.yaml: it is not the config that the run was made with");
    }
    if (!identity.dataSha256().equals(provenance.text("data_sha256"))) {
      alarms.add("the data is not what the run has read; rows and figures cannot be audited");
      return new Audit(folder, alarms);
    }
    Context seeded =
        new Context(new Seeds(config.seed()), context.progress(), context.cancellation());
    LabelledTable data = source.load(seeded).rows();
    Split split = FittedRepeat.split(config, data, 1, seeded);
    LeakSuspects.find(split.training()).forEach(suspect -> alarms.add(suspect.sentence()));
    String extension = config.generate().format().name().toLowerCase(Locale.ROOT);
    alarms.addAll(
        new RowAudit(config, data, split, seeded)
            .alarms(
                folder.resolve("augmented." + extension),
                folder.resolve("synthetic." + extension)));
    EvaluationOptions options = config.evaluation();
    Path runs = evaluation(folder).resolve("runs.csv");
    if (options != null && Files.exists(runs)) {
      alarms.addAll(new FigureAudit(config, options, data, seeded).alarms(runs, provenance));
    }
    return new Audit(folder, alarms);
  }

  private static Path evaluation(Path synthesis) {
    return synthesis
        .toAbsolutePath()
        .normalize()
        .resolve("../../evaluation")
        .resolve(String.valueOf(synthesis.getFileName()))
        .normalize();
  }

  private static JsonFields provenance(Path folder) {
    Path file = folder.resolve("provenance.json");
    try {
      JsonFields fields = new JsonFields(Json.mapper().readTree(file.toFile()));
      List.of("config_sha256", "data_sha256", "version").forEach(fields::text);
      fields.texts("test_openings");
      return fields;
    } catch (IOException | IllegalArgumentException e) {
      throw Problem.data("the run is damaged: %s cannot be read", file).causedBy(e);
    }
  }

  /** Returns the result for people: one line an alarm, or that there is none. */
  public String text() {
    return alarms.isEmpty()
        ? "no alarm: " + run + "\n"
        : String.join("\n", alarms.stream().map(alarm -> "alarm: " + alarm).toList()) + "\n";
  }

  /** Returns the result for programs. */
  public String json() {
    TreeMap<String, Object> result = new TreeMap<>();
    result.put("run", run.toString());
    result.put("alarms", alarms);
    return Json.write(result);
  }
}
