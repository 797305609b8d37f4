package dev.synth.internal.experiment;

import dev.synth.augment.AugmentationOptions;
import dev.synth.augment.Labels;
import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.compare.Protocol;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.RepeatSplit;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridFolder;
import dev.synth.internal.experiment.machine.WithinMemory;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.experiment.run.RunLog;
import dev.synth.internal.experiment.run.RunOnDisk;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.experiment.run.RunStaging;
import dev.synth.internal.experiment.run.Timings;
import dev.synth.internal.note.RunNote;
import dev.synth.internal.validate.MetricCatalogue;
import dev.synth.internal.validate.Validator;
import dev.synth.run.RunFile;
import dev.synth.run.RunFolders;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import dev.synth.split.Augmented;
import dev.synth.split.RareRows;
import dev.synth.split.SoftLabels;
import dev.synth.split.Split;
import dev.synth.split.Synthetic;
import dev.synth.validate.ValidationReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run that fits a generator, judges its rows and, where they pass, measures their use. */
public final class GenerateRun {
  private final RunRequest request;
  private final ExperimentConfig config;
  private final RunLog log;
  private final Context context;
  private final Timings timings = new Timings();

  /**
   * A run.
   *
   * @param context its seeds are the config's
   */
  public GenerateRun(RunRequest request, Context context) {
    this.request = request;
    this.config = request.config();
    this.log = new RunLog(context.progress());
    this.context = log.in(context);
  }

  /** Computes what is missing, or finds the run finished. */
  public RunResult run() {
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
          EvaluationFiles.facts(identity, "generate", validation));
    }
    files.writeProvenance(identity.provenance(first.split(), opening.notes(), timings, evaluated));
  }

  private FittedRepeat fitFirst(RunOpening opening) {
    Split split = RepeatSplit.of(config, opening.rows(), 1, context);
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
                RepeatSplit.contextOf(1, context).below("validation"));
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
