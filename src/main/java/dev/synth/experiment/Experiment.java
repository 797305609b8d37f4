package dev.synth.experiment;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.base.Parallel;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Comparison;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Protocol;
import dev.synth.evaluate.RepeatResult;
import dev.synth.neural.NeuralRuntime;
import dev.synth.profile.LeakSuspects;
import dev.synth.split.OpeningLog;
import dev.synth.split.RowRules;
import dev.synth.split.Split;
import dev.synth.split.SplitOptions;
import dev.synth.table.LabelledTable;
import dev.synth.table.LoadedData;
import dev.synth.validate.Validation;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline: data, split, generator, row rules, validation, augmentation, classifiers, verdict.
 *
 * <p>What {@code synth generate} does, any Java program does with {@link #run}.
 */
public final class Experiment {
  private final RunRequest request;
  private final ExperimentConfig config;
  private final Context context;
  private final List<String> notes = new ArrayList<>();
  private final Timings timings = new Timings();
  private final OpeningLog openings = new OpeningLog();

  private Experiment(RunRequest request, Context context) {
    this.request = request;
    this.config = request.config();
    this.context = context;
  }

  /**
   * Runs every stage that the config has a section for, or finds the run finished.
   *
   * @param context whom to tell and whether to stop; its seeds are not used, the config's are
   * @throws Problem for everything that the user can put right
   */
  public static RunResult run(RunRequest request, Context context) {
    ExperimentConfig config = request.config();
    Context seeded =
        new Context(new Seeds(config.seed()), context.progress(), context.cancellation());
    return new Experiment(request, seeded).run();
  }

  private RunResult run() {
    Validation.checkGateNames(config.validation());
    DataSource source = new DataSource(config);
    RunIdentity identity = RunIdentity.of(config, source.sha256());
    RunFolders folders = RunFolders.below(request.out(), identity.folderName(request));
    StoredRun stored = new StoredRun(folders, identity, config.evaluation() != null);
    stored.refuseToReplaceAnother(request.overwrite());
    if (!request.rerun() && stored.isComplete(request.force())) {
      return new RunResult(folders, stored.exitCode(request.failOnHarm()), true);
    }
    try (RunStaging staging = RunStaging.claim(folders, identity.run())) {
      compute(source, identity, staging);
      staging.commit();
    }
    return new RunResult(folders, stored.exitCode(request.failOnHarm()), false);
  }

  private void compute(DataSource source, RunIdentity identity, RunStaging staging) {
    LoadedData data = timings.measure("reading", () -> source.load(context));
    data.notes().forEach(this::say);
    FittedRepeat first = timings.measure("generating", () -> fitFirst(data.rows()));
    ValidationReport validation = timings.measure("validating", () -> validate(first));
    SynthesisFiles files = new SynthesisFiles(request, staging.synthesis());
    timings.measure("writing", () -> files.write(first, validation, context));
    files.notes().forEach(this::say);
    EvaluationOptions evaluation = config.evaluation();
    if (evaluation != null && (validation.passed() || request.force())) {
      List<RepeatResult> results =
          timings.measure("evaluating", () -> evaluate(data.rows(), first, evaluation));
      Protocol protocol = Protocol.of(evaluation, config.split());
      EvaluationFiles.write(staging.evaluation(), results, Comparison.of(protocol, results));
    }
    files.writeProvenance(
        identity.provenance(first.split(), notes, openings.openings(), timings.seconds()));
  }

  private FittedRepeat fitFirst(LabelledTable rows) {
    RowRules.check(config.rules(), rows.features().schema());
    Split split = FittedRepeat.split(config, rows, 1, context);
    split.counts().sentences().forEach(this::say);
    LeakSuspects.find(split.training()).forEach(suspect -> say("warning: " + suspect.sentence()));
    checkWhere(config, split);
    FittedRepeat first = FittedRepeat.fit(config, split, 1, context);
    NeuralRuntime.note().ifPresent(this::say);
    first.generator().trainingLog().warnings().forEach(warning -> say("warning: " + warning));
    first.rules().trainingViolations().forEach(this::sayBroken);
    return first;
  }

  /** Refuses values that training rows don't have, before anything takes time. */
  static void checkWhere(ExperimentConfig config, Split split) {
    RowRules.fit(split.training(), config.rules())
        .where(config.generate().where(), split.training().rows().label());
  }

  private void sayBroken(String rule, int rows) {
    say("%d real rare training rows break the rule '%s'".formatted(rows, rule));
  }

  private ValidationReport validate(FittedRepeat first) {
    return new Validator()
        .validate(
            first.split().training(),
            first.split().validation(),
            first.added().accepted(),
            config.validation(),
            FittedRepeat.contextOf(1, context).below("validation"));
  }

  private List<RepeatResult> evaluate(
      LabelledTable rows, FittedRepeat first, EvaluationOptions options) {
    Arms arms = new Arms(config, options, requirePlan(config.augmentation()));
    int repeats = repeats(config, options);
    if (repeats < options.repeats()) {
      say("a time split gives one split, so there is one repeat and the result is descriptive");
    }
    long fits = (long) repeats * Arms.fitsPerRepeat(options);
    try (Progress.Stage stage = context.progress().stage("evaluating", fits, "fits")) {
      return Parallel.map(
          IntStream.rangeClosed(1, repeats).boxed().toList(),
          request.jobs(),
          number -> {
            FittedRepeat repeat = number == 1 ? first : fit(rows, number);
            return arms.evaluate(repeat, openings, context.silent(), stage);
          });
    }
  }

  private FittedRepeat fit(LabelledTable rows, int number) {
    Split split = FittedRepeat.split(config, rows, number, context);
    return FittedRepeat.fit(config, split, number, context.silent());
  }

  /** Returns how many repeats there are: a time split has one past and one future. */
  static int repeats(ExperimentConfig config, EvaluationOptions options) {
    return config.split().method() == SplitOptions.Method.TIME ? 1 : options.repeats();
  }

  private void say(String note) {
    notes.add(note);
    context.progress().note(note);
  }

  private static AugmentationPlan requirePlan(@Nullable AugmentationPlan plan) {
    if (plan == null) {
      throw new IllegalStateException("the config record allows no evaluation without a plan");
    }
    return plan;
  }
}
