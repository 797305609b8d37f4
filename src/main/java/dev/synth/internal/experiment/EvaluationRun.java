package dev.synth.internal.experiment;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.compare.Protocol;
import dev.synth.config.ExperimentConfig;
import dev.synth.internal.base.Pause;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.RepeatRows;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.engine.Engines;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridEngine;
import dev.synth.internal.experiment.grid.GridFolder;
import dev.synth.internal.experiment.grid.GridOrder;
import dev.synth.internal.experiment.grid.GridStore;
import dev.synth.internal.experiment.grid.UnitsElsewhere;
import dev.synth.internal.experiment.machine.WithinMemory;
import dev.synth.internal.experiment.plan.DurationEstimate;
import dev.synth.internal.experiment.plan.GridPlan;
import dev.synth.internal.experiment.run.ConfigFiles;
import dev.synth.internal.experiment.run.DataSource;
import dev.synth.internal.experiment.run.RunIdentity;
import dev.synth.internal.experiment.run.RunLog;
import dev.synth.internal.experiment.run.RunOnDisk;
import dev.synth.internal.experiment.run.RunOpening;
import dev.synth.internal.experiment.run.RunStaging;
import dev.synth.internal.experiment.run.Timings;
import dev.synth.internal.note.RunNote;
import dev.synth.run.RunFolders;
import dev.synth.run.RunRequest;
import dev.synth.run.RunResult;
import dev.synth.split.RareRows;
import dev.synth.split.Split;
import java.util.List;
import java.util.Optional;

/**
 * A run that evaluates and writes no synthetic rows: data, splits, grid, verdict.
 *
 * <p>Its grid is shared with whatever other process computes the same run, and survives a killed
 * one.
 */
public final class EvaluationRun {
  /** The name of what {@code compare} does with a config, beside what {@code generate} does. */
  public static final String COMPARE = "compare";

  private static final long PAUSE_MILLIS = 200;

  private final RunRequest request;
  private final ExperimentConfig config;
  private final GridDesign design;
  private final String command;
  private final DataSource source;
  private final RunIdentity identity;
  private final RunFolders folders;
  private final RunOnDisk stored;
  private final RunLog log;
  private final Context context;
  private final Timings timings = new Timings();

  /**
   * A run.
   *
   * @param purpose tells runs of one config apart that do different things; empty where the result
   *     is that of {@code generate}
   */
  public EvaluationRun(RunRequest request, GridDesign design, String purpose, Context context) {
    this.request = request;
    this.config = request.config();
    this.design = design;
    this.command = purpose.isEmpty() ? "evaluate" : purpose;
    this.source = new DataSource(config);
    this.identity = RunIdentity.of(config, source.sha256(), purpose);
    this.folders = RunFolders.ofEvaluation(request.out(), identity.folderName(request));
    this.stored = new RunOnDisk(folders, identity, true);
    this.log = new RunLog(context.progress());
    this.context = log.in(context);
  }

  public RunResult run() {
    stored.refuseToReplaceAnother(request.overwrite());
    if (!request.engine().equals(Engines.LOCAL)) {
      Engines.named(GridEngine.Provider.class, request.engine()); // says what is missing at once
    }
    boolean replayed = isFinished();
    if (!replayed) {
      try (GridFolder grid = GridFolder.open(folders, identity.run(), request.rerun())) {
        log.follow(grid.log());
        replayed = !compute(grid);
      }
      GridFolder.discard(folders);
    }
    return new RunResult(folders, stored.exitCode(request.failOnHarm()), replayed);
  }

  /** Returns whether there is nothing to do, or nothing any more. */
  private boolean isFinished() {
    return !request.rerun() && stored.isComplete(false);
  }

  /** Returns false if another process has finished the run meanwhile. */
  private boolean compute(GridFolder grid) {
    RunOpening opening =
        timings.measure("reading", () -> RunOpening.of(config, source, context)).announced();
    return WithinMemory.on(opening.rows(), () -> compute(opening, grid));
  }

  private boolean compute(RunOpening opening, GridFolder grid) {
    Repeats.checkWindows(config, opening.rows(), context);
    Repeats repeats = new Repeats(config, opening.rows(), context, request.jobs());
    Split split = repeats.split(1);
    opening.say(split.counts());
    opening.say(split.training());
    Repeats.note(config).ifPresent(opening::say);
    checkPlans(repeats);
    Optional<Evaluated> evaluated =
        timings.measure("evaluating", () -> evaluate(grid.store(), repeats));
    return evaluated.isPresent() && write(split, opening.notes(), evaluated.get());
  }

  private Optional<Evaluated> evaluate(GridStore store, Repeats repeats) {
    if (request.engine().equals(Engines.LOCAL)) {
      return new Evaluated.GridWork(design, store, repeats, null)
          .compute(request.jobs(), context, this::isFinished);
    }
    GridOrder order =
        GridOrder.of(config, command.equals(COMPARE), design.repeats(), source.sha256());
    try (GridEngine engine =
        Engines.named(GridEngine.Provider.class, request.engine()).start(request.jobs())) {
      UnitsElsewhere elsewhere = new UnitsElsewhere(engine, order);
      return new Evaluated.GridWork(design, store, repeats, null, elsewhere)
          .compute(request.jobs(), context, this::isFinished);
    }
  }

  /** Writes the run's files, unless another process does. */
  private boolean write(Split split, List<RunNote> notes, Evaluated evaluated) {
    Optional<RunStaging> claimed = RunStaging.tryClaim(folders, identity.run());
    while (claimed.isEmpty()) {
      if (isFinished()) {
        return false;
      }
      pause();
      claimed = RunStaging.tryClaim(folders, identity.run());
    }
    try (RunStaging staging = claimed.get()) {
      if (isFinished()) {
        return false;
      }
      new ConfigFiles(config, request.configFile()).write(staging.evaluation());
      Protocol protocol = Protocol.of(design.options(), config.split());
      EvaluationFiles.write(
          staging.evaluation(),
          evaluated,
          protocol,
          EvaluationFiles.facts(identity, command, null));
      EvaluationFiles.writeProvenance(
          staging.evaluation(), identity.provenance(split, notes, timings, evaluated));
      log.write(staging.evaluation());
      staging.commit();
      return true;
    }
  }

  private void pause() {
    context.cancellation().check();
    Pause.of(PAUSE_MILLIS);
  }

  /** Returns what the run would do; reads and splits the data, and writes nothing. */
  public GridPlan plan() {
    RunOpening opening = RunOpening.of(config, source, context).checked();
    Repeats.checkWindows(config, opening.rows(), context);
    Repeats repeats = new Repeats(config, opening.rows(), context, 1);
    checkPlans(repeats);
    String estimate = DurationEstimate.of(design, repeats.rows(1, RareRows.ALL), request.jobs());
    String runs = Repeats.describe(config, design.options());
    return new GridPlan(
        opening.readingText(), folders, repeats.split(1), design, runs, estimate, config);
  }

  /** Refuses class ratios that the rows have already, before anything is fitted. */
  private void checkPlans(Repeats repeats) {
    for (RareRows rareRows : design.trainingSizes()) {
      RepeatRows rows = repeats.rows(1, rareRows);
      for (Source source : design.sources()) {
        for (ArmPlan arm : source.arms()) {
          AugmentationPlan plan = arm.plan();
          if (plan != null) {
            plan.rowsFor(rows.training());
          }
        }
      }
    }
  }
}
