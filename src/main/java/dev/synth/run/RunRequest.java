package dev.synth.run;

import dev.synth.base.Problem;
import dev.synth.base.Records;
import dev.synth.config.ExperimentConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The request of a run, beside its config.
 *
 * @param config what is computed
 * @param configFile the config as the user wrote it, kept with the run; or null
 * @param out the folder that holds {@code synthetic-out} and {@code evaluation}
 * @param runName the run folder's name, or null for {@code <name>-<8 hex digits>}
 * @param rerun whether a finished run is computed anew
 * @param overwrite whether another run under the same name may be replaced
 * @param force whether a failed gate is followed by the evaluation all the same
 * @param failOnHarm whether a verdict of harm is an error
 * @param showRows whether charts may show real rows one by one
 * @param jobs how many repeats are computed at once, at least 1; no result depends on it
 * @param engine what computes the grid of an evaluation or a comparison: {@code local}, or the name
 *     of an engine that another jar brings; no result depends on it
 */
public record RunRequest(
    ExperimentConfig config,
    @Nullable Path configFile,
    Path out,
    @Nullable String runName,
    boolean rerun,
    boolean overwrite,
    boolean force,
    boolean failOnHarm,
    boolean showRows,
    int jobs,
    String engine) {
  public RunRequest {
    if (runName != null && !runName.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
      throw Problem.invalid(
          "runName",
          "must be 1 to 100 letters, digits, dots, dashes or underscores, but is '%s'",
          runName);
    }
    if (jobs < 1) {
      throw Problem.invalid("jobs", "must be at least 1, but is %d", jobs);
    }
  }

  /** A request whose charts show no real row. */
  public RunRequest(
      ExperimentConfig config,
      @Nullable Path configFile,
      Path out,
      @Nullable String runName,
      boolean rerun,
      boolean overwrite,
      boolean force,
      boolean failOnHarm,
      int jobs) {
    this(
        config,
        configFile,
        out,
        runName,
        rerun,
        overwrite,
        force,
        failOnHarm,
        false,
        jobs,
        "local");
  }

  /** Returns the same request with or without real rows in charts. */
  public RunRequest withShowRows(boolean shown) {
    return Records.with(this, "showRows", shown);
  }

  /** Returns the same request for another engine. */
  public RunRequest withEngine(String other) {
    return Records.with(this, "engine", other);
  }

  /** A request with no wishes beside the config, for library users. */
  public static RunRequest of(ExperimentConfig config, Path out) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new RunRequest(config, null, out, null, false, false, false, false, cores);
  }
}
