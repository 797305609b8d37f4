package dev.synth.internal.experiment.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.augment.AugmentationOptions;
import dev.synth.augment.Labels;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.base.Version;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.evaluate.TeacherRecord;
import dev.synth.internal.experiment.EvaluationRun;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.plan.DurationEstimate;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.profile.LeakSuspects;
import dev.synth.internal.report.text.FeatureText;
import dev.synth.internal.report.wording.SuspectSentence;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.split.Split;
import dev.synth.table.LabelledTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks for leaks in a finished run: reads its folder and its data again, splits anew, and holds
 * what is on disk against what may be there. {@code docs/leaks.md} lists the questions.
 *
 * @param run the run's folder
 * @param alarms what is wrong, a sentence each; empty where nothing was found
 */
public record Audit(Path run, List<String> alarms) {
  private static final int SHOWN_LEAKS = 5;

  public Audit {
    alarms = List.copyOf(alarms);
  }

  /**
   * Audits a run of {@code generate}, {@code evaluate} or {@code compare}.
   *
   * @param given the run's name, or one of its folders, or a file in one of them
   * @param out the folder that holds {@code synthetic-out} and {@code evaluation}
   * @param refit whether generators are fitted again, so that every threshold and choice is
   *     replayed
   * @param context whom to tell and whether to stop; its seeds are not used, the run's are
   * @throws Problem if there is no such run, or its files or data cannot be read
   */
  public static Audit of(String given, Path out, boolean refit, Context context) {
    FinishedRun found = FinishedRun.find(given, out);
    Path folder = found.synthesis().or(found::evaluation).orElseThrow();
    ExperimentConfig config = ConfigLoader.load(RunFile.RESOLVED.in(folder), List.of());
    Context seeded =
        new Context(new Seeds(config.seed()), context.progress(), context.cancellation());
    Path facts = found.evaluation().filter(RunFile.PROVENANCE::isIn).orElse(folder);
    return new Audit(
        folder, new RunningAudit(config, found, provenance(facts), refit, seeded).alarms());
  }

  /** An audit at work. */
  private record RunningAudit(
      ExperimentConfig config,
      FinishedRun found,
      JsonFields provenance,
      boolean refit,
      Context context) {
    List<String> alarms() {
      List<String> alarms = new ArrayList<>();
      DataSource source = new DataSource(config);
      Path resolved = RunFile.RESOLVED.in(found.synthesis().or(found::evaluation).orElseThrow());
      RunIdentity identity = RunIdentity.ofStored(config, resolved, source.sha256());
      if (!identity.configSha256().equals(provenance.text("config_sha256"))) {
        alarms.add(
            "resolved.yaml: it is not the config that the run was made with; rows and figures"
                + " cannot be audited");
        return alarms;
      }
      if (!identity.dataSha256().equals(provenance.text("data_sha256"))) {
        alarms.add("the data is not what the run has read; rows and figures cannot be audited");
        return alarms;
      }
      alarms.addAll(alarmsOfIdentity(identity));
      LabelledTable data = source.load(context).rows();
      source.leaks(data).stream().limit(SHOWN_LEAKS).map(FeatureText::leak).forEach(alarms::add);
      Split split = RepeatSplit.of(config, data, 1, context);
      LeakSuspects.find(split.training())
          .forEach(suspect -> alarms.add(SuspectSentence.of(suspect)));
      found.synthesis().ifPresent(folder -> alarms.addAll(alarmsOfRows(folder, data, split)));
      EvaluationOptions options = config.evaluation();
      if (options != null && found.evaluation().isPresent()) {
        Path folder = found.evaluation().get();
        alarms.addAll(alarmsOfFigures(folder, design(identity), data));
      }
      return alarms;
    }

    /** The folders are of the run that the provenance tells of. */
    private List<String> alarmsOfIdentity(RunIdentity identity) {
      String run = provenance.text("run");
      boolean known =
          run.equals(identity.ofVersion(version(), ""))
              || run.equals(identity.ofVersion(version(), EvaluationRun.COMPARE));
      if (!known) {
        return List.of("provenance.json: its run is not that of its config, data and version");
      }
      List<String> alarms = new ArrayList<>();
      Stream.of(found.synthesis(), found.evaluation())
          .flatMap(Optional::stream)
          .filter(folder -> !RunFolders.done(folder).equals(Optional.of(run)))
          .forEach(folder -> alarms.add(PlainText.of("DONE: %s is of another run", folder)));
      return alarms;
    }

    private String version() {
      return provenance.text("version");
    }

    /** Returns what was evaluated: all that is compared, if it is a run of {@code compare}. */
    private GridDesign design(RunIdentity identity) {
      boolean isOfOne = provenance.text("run").equals(identity.ofVersion(version(), ""));
      return isOfOne || config.compare() == null
          ? GridDesign.ofOne(config)
          : GridDesign.ofMany(config);
    }

    /** The repeats that were made, where their number was not fixed. */
    private static GridDesign made(GridDesign planned, JsonNode stored) {
      return planned.options().looks().isEmpty()
          ? planned
          : planned.withRepeats(stored.path("repeats").size());
    }

    private List<String> alarmsOfRows(Path folder, LabelledTable data, Split split) {
      String extension = config.generate().format().extension();
      Path augmented = folder.resolve("augmented." + extension);
      StoredRows rows = StoredRows.read(augmented, config, split.training(), context);
      List<String> alarms =
          new ArrayList<>(
              new RowAudit(config, data, split, context)
                  .alarms(rows, augmented, folder.resolve("synthetic." + extension)));
      AugmentationOptions options = config.augmentation();
      if (options != null
          && options.ofRows() instanceof Labels.Soft
          && version().equals(Version.fingerprint())) {
        TeacherAudit teachers = new TeacherAudit(new Repeats(config, data, context, 1));
        alarms.addAll(teachers.alarmsOfLabels(rows, "augmented." + extension));
      }
      return alarms;
    }

    /** Returns what the run says of its teachers; every repeat with soft labels has one. */
    private List<String> alarmsOfTeachers(
        Path folder, GridDesign design, Comparison comparison, Repeats repeats) {
      List<TeacherRecord> stored =
          RunFile.DESCRIPTION.isIn(folder)
              ? RunFile.DESCRIPTION.read(folder, Diagnostics.class).teachers()
              : List.of();
      List<String> alarms =
          new ArrayList<>(new TeacherAudit(repeats).alarmsOfRecords(stored, refit));
      if (design.haveTeacher() && comparison.troubles().isEmpty()) {
        alarms.addAll(
            new TeacherAudit(repeats)
                .alarmsOfMissing(stored, design.repeats(), design.trainingSizes()));
      }
      return alarms;
    }

    /** A run that went on where it was stopped knows the time of its last part alone. */
    private void sayHowLong(GridDesign design) {
      double seconds = provenance.json().path("seconds").path("evaluating").asDouble();
      context
          .progress()
          .note(
              PlainText.of(
                      "%d classifiers and all generators are fitted again, one after the other;"
                          + " with its",
                      design.cells())
                  + PlainText.of(
                      " jobs at once the run took about %s", DurationEstimate.duration(seconds)));
    }

    private List<String> alarmsOfFigures(Path folder, GridDesign planned, LabelledTable data) {
      JsonNode stored = RunFile.COMPARISON.read(folder, JsonNode.class);
      GridDesign design = made(planned, stored);
      RunsCsv runs = RunsCsv.parse(RunFile.RUNS.text(folder));
      RankAudit ranks = reading(() -> RankAudit.of(folder, runs, design.options().costs()));
      FigureAudit figures = new FigureAudit(design, runs, ranks);
      List<String> alarms = new ArrayList<>(figures.alarmsOfOpenings(provenance));
      if (!version().equals(Version.fingerprint())) {
        context
            .progress()
            .note("another version of synth made the run; its figures are not replayed");
        return alarms;
      }
      if (refit) {
        sayHowLong(design);
      }
      Comparison comparison = reading(() -> Json.mapper().convertValue(stored, Comparison.class));
      alarms.addAll(reading(() -> figures.alarms(config, data, comparison, context)));
      Protocol protocol = Protocol.of(design.options(), config.split());
      ComparisonAudit sums = new ComparisonAudit(runs, ranks, comparison);
      alarms.addAll(reading(() -> sums.alarms(stored, comparison, protocol)));
      Repeats repeats = new Repeats(config, data, context, 1);
      alarms.addAll(reading(() -> alarmsOfTeachers(folder, design, comparison, repeats)));
      alarms.addAll(
          new ThresholdAudit(design, repeats, runs, ranks, comparison.choices())
              .alarms(refit, context));
      return alarms;
    }
  }

  /** Wraps what takes numbers from a run's files, which may hold anything. */
  private static <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw Problem.data(
              "the run is damaged: runs.csv, ranks.json or comparison.json holds what it should"
                  + " not")
          .causedBy(e);
    }
  }

  private static JsonFields provenance(Path folder) {
    try {
      JsonFields fields = new JsonFields(RunFile.PROVENANCE.read(folder, JsonNode.class));
      List.of("run", "config_sha256", "data_sha256", "version").forEach(fields::text);
      fields.texts("test_openings");
      return fields;
    } catch (IllegalArgumentException e) {
      throw RunFile.PROVENANCE.damaged(folder, String.valueOf(e.getMessage()), e);
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
