package dev.synth.experiment;

import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.TrackingOptions;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.experiment.AugmentRun;
import dev.synth.internal.experiment.EvaluationRun;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.experiment.GenerateRun;
import dev.synth.internal.experiment.SynthesisFiles;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.production.FitRun;
import dev.synth.internal.experiment.run.TableCopy;
import dev.synth.internal.tracking.ModelRegistry;
import dev.synth.internal.tracking.RunTracker;
import dev.synth.internal.tracking.TrackedFolders;
import dev.synth.run.AugmentRequest;
import dev.synth.run.FitRequest;
import dev.synth.run.FitResult;
import dev.synth.run.RegisteredModel;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import dev.synth.run.Tracked;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline: data, split, generator, row rules, validation, augmentation, classifiers, verdict.
 *
 * <p>What {@code synth generate} does, any Java program does with {@link #run}.
 */
public final class Experiment {
  private Experiment() {}

  /**
   * Runs every stage that the config has a section for, or finds the run finished.
   *
   * @param context whom to tell and whether to stop; its seeds are not used, the config's are
   * @throws Problem for everything that the user can put right
   */
  public static RunResult run(RunRequest request, Context context) {
    TableCopy table = table(request.config());
    if (table != null) {
      table.check();
    }
    RunResult result = new GenerateRun(request, seeded(request, context)).run();
    if (table != null && (result.exitCode() != ExitCode.GATE || request.force())) {
      result =
          result.withWritten(
              SynthesisFiles.copy(request.config(), result.folders(), table, context));
    }
    return tracked(request, result, context);
  }

  private static @Nullable TableCopy table(ExperimentConfig config) {
    return config.to() == null ? null : new TableCopy(config.to(), config.data());
  }

  /**
   * Evaluates the config's generator beside the baselines, as {@link #run} does after its gates,
   * but writes no synthetic rows.
   *
   * @throws Problem for everything that the user can put right
   */
  public static RunResult evaluate(RunRequest request, Context context) {
    return tracked(request, evaluation(request, context).run(), context);
  }

  /**
   * Compares all that the config's {@code compare} names. Finished cells are kept on disk; a run
   * that was stopped or killed goes on where it was, and several processes may share one.
   *
   * @throws Problem for everything that the user can put right
   */
  public static RunResult compare(RunRequest request, Context context) {
    return tracked(request, comparison(request, context).run(), context);
  }

  /**
   * Chooses how the training rows are augmented, by folds inside them or by name, and writes the
   * augmented rows with what was chosen and why.
   *
   * @throws Problem for everything that the user can put right
   */
  public static RunResult augment(AugmentRequest request, Context context) {
    TableCopy table = table(request.run().config());
    if (table != null) {
      table.check();
    }
    return new AugmentRun(request, seeded(request.run(), context)).run();
  }

  /**
   * Fits the arm that a finished run's verdict is for, and writes it as a bundle for use.
   *
   * @throws Problem for everything that the user can put right
   */
  public static FitResult fit(FitRequest request, Context context) {
    FitRun.Result result = new FitRun(request, seeded(request.run(), context)).run();
    return new FitResult(result.folder(), result.version());
  }

  /**
   * Logs a finished run to a server, as runs whose config names one are.
   *
   * @param run its name, one of its two folders, or a file in one of them
   * @param out the folder that holds {@code evaluation} and {@code synthetic-out}, for names
   * @param options the server
   * @return the outcome; a server that fails is no exception
   * @throws Problem if there is no such run
   */
  public static Tracked track(String run, Path out, TrackingOptions options, Context context) {
    return track(FinishedRun.find(run, out), options, context);
  }

  /**
   * Registers a bundle as a version of a model on a server; the same bundle is registered once.
   *
   * @param bundle the bundle's folder
   * @param name the model's name; null for the name of the config that it was fitted by
   * @param alias an alias that the version gets, such as {@code champion}; or null
   * @param options the server
   * @throws Problem if the folder holds no bundle, a name is wrong, or the server fails
   */
  public static RegisteredModel register(
      Path bundle,
      @Nullable String name,
      @Nullable String alias,
      TrackingOptions options,
      Context context) {
    if (alias != null) {
      ModelRegistry.checkAlias(alias);
    }
    String named = name == null ? BundleFiles.read(bundle).facts().name() : name;
    try (ModelRegistry registry =
        new ModelRegistry(options, System.getenv(), context.cancellation())) {
      RegisteredModel model = registry.register(bundle, named, Instant.now());
      if (alias != null) {
        registry.setAlias(model, alias);
      }
      return model;
    }
  }

  private static Tracked track(FinishedRun run, TrackingOptions options, Context context) {
    TrackedFolders folders = new TrackedFolders(run.title(), run.evaluation(), run.synthesis());
    return RunTracker.track(folders, options, System.getenv(), context);
  }

  private static RunResult tracked(RunRequest request, RunResult result, Context context) {
    TrackingOptions options = request.config().tracking();
    return options == null
        ? result
        : result.withTracked(track(FinishedRun.of(result.folders()), options, context));
  }

  /** Returns what {@link #augment} would do, as text; reads the data, and writes nothing. */
  public static String augmentationPlan(AugmentRequest request, Context context) {
    return new AugmentRun(request, seeded(request.run(), context)).plan();
  }

  /** Returns what {@link #evaluate} would do, as text; reads the data, and writes nothing. */
  public static String evaluationPlan(RunRequest request, Context context) {
    return evaluation(request, context).plan().describe();
  }

  /** Returns what {@link #compare} would do, as text; reads the data, and writes nothing. */
  public static String comparisonPlan(RunRequest request, Context context) {
    return comparison(request, context).plan().describe();
  }

  private static EvaluationRun evaluation(RunRequest request, Context context) {
    GridDesign design = GridDesign.ofOne(request.config());
    return new EvaluationRun(request, design, "", seeded(request, context));
  }

  private static EvaluationRun comparison(RunRequest request, Context context) {
    GridDesign design = GridDesign.ofMany(request.config());
    return new EvaluationRun(request, design, EvaluationRun.COMPARE, seeded(request, context));
  }

  private static Context seeded(RunRequest request, Context context) {
    return new Context(
        new Seeds(request.config().seed()), context.progress(), context.cancellation());
  }
}
