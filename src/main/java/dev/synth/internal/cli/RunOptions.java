package dev.synth.internal.cli;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.cli.option.ConfigOptions;
import dev.synth.internal.cli.option.WorkOptions;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.report.text.GuideText;
import dev.synth.run.RunRequest;
import dev.synth.table.DataOptions;
import dev.synth.table.DatabaseOptions;
import dev.synth.table.TargetOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of all commands that make a run of a config. */
final class RunOptions {
  @Mixin private final ConfigOptions config = new ConfigOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where evaluation/ (and synthetic-out/) go (default: here).")
  private Path out = Path.of("");

  @Option(
      names = "--run-name",
      paramLabel = "NAME",
      description = "Fixes the run folder's name (default: <name>-<8 hex digits>).")
  private @Nullable String runName;

  @Option(
      names = "--dry-run",
      description = "Prints the resolved config and the plan; does nothing.")
  private boolean dryRun;

  @Option(names = "--rerun", description = "Computes anew although the run is finished.")
  private boolean rerun;

  @Option(
      names = "--driver-path",
      paramLabel = "JAR",
      description =
          "The JDBC driver of the database that data comes from or goes to: its jar, or "
              + "coordinates in Maven's local repository, such as "
              + "org.postgresql:postgresql:42.7.4.")
  private @Nullable String driverPath;

  @Mixin private final WorkOptions work = new WorkOptions();

  /**
   * Reads the config.
   *
   * @param example a call that works, for the message where no config is named
   * @param console is told of old keys
   */
  ExperimentConfig load(String example, Console console) {
    return load(example, List.of(), console);
  }

  /**
   * Reads the config, with further overrides that other options stand for.
   *
   * @param example a call that works, for the message where no config is named
   * @param console is told of old keys
   */
  ExperimentConfig load(String example, List<String> more, Console console) {
    if (dryRun && work.json()) {
      throw Problem.usage("--json does not go with --dry-run, which prints the config as YAML");
    }
    return withDriver(config.load(example, more, console::note));
  }

  /** The driver is that of both databases, where the table's has none of its own. */
  private ExperimentConfig withDriver(ExperimentConfig loaded) {
    if (driverPath == null) {
      return loaded;
    }
    DataOptions data = loaded.data();
    DatabaseOptions source = data.database();
    TargetOptions to = loaded.to();
    ExperimentConfig own = loaded;
    if (to != null && (source == null || to.driverPath() == null)) {
      own = own.withTo(to.withDriverPath(driverPath));
    }
    if (source != null) {
      return own.withData(data.withDatabase(source.withDriverPath(driverPath)));
    }
    if (to != null) {
      return own;
    }
    throw Problem.usage(
        "--driver-path goes with data that comes from a database, or a table that rows go to; the"
            + " config names neither");
  }

  /** Returns the driver that was named, or null. */
  @Nullable String driverPath() {
    return driverPath;
  }

  /** Returns whether a config is named. */
  boolean hasConfig() {
    return config.file() != null;
  }

  /** Returns where the two roots go. */
  Path out() {
    return out;
  }

  /** Returns whether what is there may be replaced. */
  boolean overwrite() {
    return work.overwrite();
  }

  /** Returns how many parts are computed at once. */
  int jobs() {
    return work.jobs();
  }

  /** Returns the request of a command that neither has gates nor gives verdicts. */
  RunRequest request(ExperimentConfig loaded) {
    return request(loaded, false, false);
  }

  /** Returns the request. */
  RunRequest request(ExperimentConfig loaded, boolean force, boolean failOnHarm) {
    return new RunRequest(
        loaded, config.file(), out, runName, rerun, overwrite(), force, failOnHarm, jobs());
  }

  /** Returns whether only the plan is asked for. */
  boolean dryRun() {
    return dryRun;
  }

  /** Returns whether the result is asked for as JSON. */
  boolean json() {
    return work.json();
  }

  /** Returns whether progress is kept back. */
  boolean quiet() {
    return work.quiet();
  }

  /** Returns whether somebody reads along, so that a guide is of use. */
  boolean isForReaders() {
    return !quiet() && !json();
  }

  /** Tells who reads along what will be fitted and measured. */
  void guide(ExperimentConfig loaded, List<GeneratorOptions> generators, Console console) {
    if (isForReaders()) {
      EvaluationOptions evaluation = Objects.requireNonNull(loaded.evaluation());
      int fits = Repeats.count(loaded, evaluation);
      console.guide(GuideText.beforeMeasuring(loaded, evaluation, fits, generators) + "\n");
    }
  }
}
