package dev.synth.experiment;

import dev.synth.augment.AugmentationOptions;
import dev.synth.augment.Labels;
import dev.synth.base.Context;
import dev.synth.base.ExitCode;
import dev.synth.base.Problem;
import dev.synth.base.Seeds;
import dev.synth.compare.Protocol;
import dev.synth.config.ExperimentConfig;
import dev.synth.config.TrackingOptions;
import dev.synth.internal.bundle.BundleFiles;
import dev.synth.internal.experiment.AugmentRun;
import dev.synth.internal.experiment.BrokenParts;
import dev.synth.internal.experiment.EvaluationFiles;
import dev.synth.internal.experiment.EvaluationRun;
import dev.synth.internal.experiment.FinishedRun;
import dev.synth.internal.experiment.PrivacyLevers;
import dev.synth.internal.experiment.SynthesisFiles;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridFolder;
import dev.synth.internal.experiment.production.FitRun;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.experiment.run.RunLog;
import dev.synth.internal.experiment.run.RunOnDisk;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.experiment.run.RunStaging;
import dev.synth.internal.experiment.run.TableCopy;
import dev.synth.internal.experiment.run.Timings;
import dev.synth.internal.experiment.run.WithinMemory;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.tracking.ModelRegistry;
import dev.synth.internal.tracking.RunTracker;
import dev.synth.internal.tracking.TrackedFolders;
import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.internal.validate.Validator;
import dev.synth.run.AugmentRequest;
import dev.synth.run.FitRequest;
import dev.synth.run.FitResult;
import dev.synth.run.RegisteredModel;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import dev.synth.run.Tracked;
import dev.synth.split.Augmented;
import dev.synth.split.RareRows;
import dev.synth.split.SoftLabels;
import dev.synth.split.Split;
import dev.synth.split.Synthetic;
import dev.synth.validate.ValidationReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline: data, split, generator, row rules, validation, augmentation, classifiers, verdict.
 *
 * <p>What {@code synth generate} does, any Java program does with {@link #run}.
 */
public final class Experiment {
  private final RunRequest request;
  private final ExperimentConfig config;
  private final RunLog log;
  private final Context context;
  private final Timings timings = new Timings();

  private Experiment(RunRequest request, Context context) {
    this.request = request;
    this.config = request.config();
    this.log = new RunLog(context.progress());
    this.context = log.in(context);
  }

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
    RunResult result = new Experiment(request, seeded(request, context)).run();
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
   * @return what came of it; a server that fails is no exception
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

  private RunResult run() {
    MetricCatalogue.checkGateNames(config.validation());
    if (config.evaluation() != null) {
      GridDesign.ofOne(config); // says what is missing before anything is computed
    }
    DataSource source = new DataSource(config);
    RunIdentity identity = RunIdentity.of(config, source.sha256());
    RunFolders folders = RunFolders.below(request.out(), identity.folderName(request));
    RunOnDisk stored = new RunOnDisk(folders, identity, config.evaluation() != null);
    stored.refuseToReplaceAnother(request.overwrite());
    if (!request.rerun() && stored.isComplete(request.force())) {
      if (request.showRows()) {
        FinishedRun.of(folders).renewPagesWithRows();
      }
      return new RunResult(folders, stored.exitCode(request.failOnHarm()), true);
    }
    try (RunStaging staging = RunStaging.claim(folders, identity.run())) {
      log.follow(RunFile.LOG.in(staging.synthesis()));
      compute(source, identity, folders, staging);
      log.write(staging.synthesis());
      staging.commit();
    }
    GridFolder.discard(folders);
    return new RunResult(folders, stored.exitCode(request.failOnHarm()), false);
  }

  private void compute(
      DataSource source, RunIdentity identity, RunFolders folders, RunStaging staging) {
    RunOpening opening =
        timings.measure("reading", () -> RunOpening.of(config, source, context)).announced();
    WithinMemory.doOn(opening.rows(), () -> compute(opening, identity, folders, staging));
  }

  private void compute(
      RunOpening opening, RunIdentity identity, RunFolders folders, RunStaging staging) {
    if (config.evaluation() != null) {
      Repeats.checkWindows(config, opening.rows(), context);
    }
    FittedRepeat first = timings.measure("generating", () -> fitFirst(opening));
    Repeats repeats = new Repeats(config, opening.rows(), context, request.jobs());
    Validator.JudgedRows judged = timings.measure("validating", () -> validate(first, repeats));
    BrokenParts.of(judged).forEach(opening::say);
    ValidationReport validation = judged.report();
    SynthesisFiles files = new SynthesisFiles(request, staging.synthesis());
    Augmented augmented = augmented(opening, repeats, first);
    timings.measure("writing", () -> files.write(first, augmented, judged, context));
    files.draws().ifPresent(opening::say);
    Evaluated evaluated = null;
    if (config.evaluation() != null && (!validation.anyFailed() || request.force())) {
      try (GridFolder grid = GridFolder.open(folders, identity.run(), request.rerun())) {
        evaluated = timings.measure("evaluating", () -> evaluate(opening, repeats, first, grid));
      }
      Protocol protocol = Protocol.of(config.evaluation(), config.split());
      EvaluationFiles.write(
          staging.evaluation(),
          evaluated,
          protocol,
          EvaluationFiles.facts(config, "generate", validation));
    }
    files.writeProvenance(identity.provenance(first.split(), opening.notes(), timings, evaluated));
  }

  private FittedRepeat fitFirst(RunOpening opening) {
    Split split = FittedRepeat.split(config, opening.rows(), 1, context);
    opening.say(split.counts());
    opening.say(split.training());
    FittedRepeat.checkWhere(config, split);
    FittedRepeat first = FittedRepeat.fit(config, split, 1, context);
    first
        .generator()
        .trainingLog()
        .warnings()
        .forEach(each -> opening.say(new RunNote.Training(each)));
    first
        .rules()
        .trainingViolations()
        .forEach((rule, rows) -> opening.say(new RunNote.BrokenRule(rule, rows)));
    return first;
  }

  /** The first repeat's training rows with what joins them; a teacher says how rare that is. */
  private Augmented augmented(RunOpening opening, Repeats repeats, FittedRepeat first) {
    AugmentationOptions options = config.augmentation();
    if (options == null || options.ofRows() instanceof Labels.Hard) {
      return first.split().training().plus(first.added().accepted());
    }
    return timings.measure(
        "labelling",
        () -> {
          FitRows rows = repeats.rows(1, RareRows.ALL).fit();
          opening.say(new RunNote.Teacher(rows.trainers().teacher(rows.features()).taught()));
          return rows.augmented(first.added().accepted(), options.ofRows());
        });
  }

  /** Returns how rare the teacher of the first repeat calls rows; null where none is used. */
  private @Nullable SoftLabels labels(Repeats repeats, Synthetic drawn) {
    AugmentationOptions options = config.augmentation();
    return options == null
        ? null
        : repeats.rows(1, RareRows.ALL).fit().softLabels(drawn, options.ofRows());
  }

  private Validator.JudgedRows validate(FittedRepeat first, Repeats repeats) {
    Validator.JudgedRows judged =
        new Validator(
                (half, rows, own) -> FittedRepeat.refit(config, half, rows, own),
                config.relations())
            .labelledBy(drawn -> labels(repeats, drawn))
            .judge(
                first.split().training(),
                first.split().validation(),
                first.added().accepted(),
                config.validation(),
                request.showRows(),
                FittedRepeat.contextOf(1, context).below("validation"));
    return judged.withReport(
        judged.report().withPrivacyLevers(PrivacyLevers.of(config.generator())));
  }

  private Evaluated evaluate(
      RunOpening opening, Repeats repeats, FittedRepeat first, GridFolder grid) {
    GridDesign design = GridDesign.ofOne(config);
    Repeats.note(config).ifPresent(opening::say);
    Optional<Evaluated> evaluated =
        new Evaluated.GridWork(design, grid.store(), repeats, first)
            .compute(request.jobs(), context, () -> false);
    return evaluated.orElseThrow(
        () -> Problem.environment("another process removed what this one had finished; try again"));
  }
}
