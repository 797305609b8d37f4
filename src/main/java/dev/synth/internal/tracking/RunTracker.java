package dev.synth.internal.tracking;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.config.TrackingOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.run.Tracked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Logs finished runs to an MLflow server: one run of MLflow for the run, with config, verdict,
 * training curves and files, and below it one for each arm with each classifier.
 *
 * <p>Whatever goes wrong is told and thrown by nobody, since the run is there all the same. The
 * same results are logged once.
 */
public final class RunTracker {
  private final TrackedFolders folders;
  private final TrackingOptions options;
  private final Context context;

  /** The reason why no file was uploaded; null where they were. */
  private @Nullable String withoutFiles;

  private RunTracker(TrackedFolders folders, TrackingOptions options, Context context) {
    this.folders = folders;
    this.options = options;
    this.context = context;
  }

  /**
   * Logs a finished run.
   *
   * @param environment the environment variables, which may hold a token
   * @throws CancellationException if the user stops it
   */
  public static Tracked track(
      TrackedFolders folders,
      TrackingOptions options,
      Map<String, String> environment,
      Context context) {
    try (MlflowServer server = new MlflowServer(options, environment, context.cancellation())) {
      return new RunTracker(folders, options, context).track(server);
    } catch (Problem problem) {
      return new Tracked(Tracked.State.FAILED, null, problem.getMessage());
    }
  }

  private Tracked track(MlflowServer server) {
    RunRecords records = new RunRecords(folders);
    RunRecord record = records.run();
    MlflowRuns runs = MlflowRuns.of(server, options.experiment());
    Optional<String> there = runs.finished(RunRecords.RESULTS, folders.results());
    if (there.isPresent()) {
      return new Tracked(Tracked.State.WAS_THERE, runs.page(there.get()), null);
    }
    List<RunRecord> arms = records.arms();
    MlflowRuns.Handle run = runs.create(record, records.start(), Map.of());
    try (Progress.Stage stage = context.progress().stage("logging", arms.size() + 1L, "runs")) {
      runs.log(run, record, folders.end());
      upload(runs, run);
      stage.advance(1);
      for (int i = 0; i < arms.size(); i++) {
        log(runs, run, arms.get(i), records.start());
        stage.advance(1);
      }
      runs.end(run, folders.end());
      return new Tracked(Tracked.State.LOGGED, runs.page(run.id()), withoutFiles);
    } catch (Problem problem) {
      runs.giveUp(run, folders.end(), MlflowRuns.Status.FAILED);
      return new Tracked(Tracked.State.FAILED, runs.page(run.id()), problem.getMessage());
    } catch (CancellationException e) {
      runs.giveUp(run, folders.end(), MlflowRuns.Status.KILLED);
      throw e;
    }
  }

  private void log(MlflowRuns runs, MlflowRuns.Handle parent, RunRecord arm, long start) {
    MlflowRuns.Handle run = runs.create(arm, start, Map.of("mlflow.parentRunId", parent.id()));
    try {
      runs.log(run, arm, folders.end());
      runs.end(run, folders.end());
    } catch (Problem problem) {
      runs.giveUp(run, folders.end(), MlflowRuns.Status.FAILED);
      throw problem;
    }
  }

  private void upload(MlflowRuns runs, MlflowRuns.Handle run) {
    Optional<String> place = run.place();
    if (place.isEmpty()) {
      withoutFiles = withoutFiles(run);
      return;
    }
    folders.files().forEach((file, content) -> runs.upload(place.get(), file, content));
  }

  /** Returns why a server takes no files. */
  static String withoutFiles(MlflowRuns.Handle run) {
    return PlainText.of(
        "the MLflow server keeps files in %s and takes none itself, so none was uploaded; start it"
            + " as 'mlflow server --serve-artifacts'",
        run.artifacts());
  }
}
