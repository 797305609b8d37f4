package dev.synth.internal.experiment.grid;

import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.compare.Choice;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.evaluate.ThresholdSweep;
import dev.synth.internal.experiment.arm.ArmFailures;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.CellThresholds;
import dev.synth.internal.experiment.arm.CrossFit;
import dev.synth.internal.experiment.arm.FittedRepeat;
import dev.synth.internal.experiment.arm.RepeatRows;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Scoring;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.pick.AutoCandidates;
import dev.synth.internal.experiment.pick.AutoChoice;
import dev.synth.internal.experiment.pick.BestFree;
import dev.synth.internal.experiment.pick.Picked;
import dev.synth.internal.files.Stopwatch;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.split.HeldOut;
import dev.synth.split.RareRows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the cells of a unit that are not on disk yet, and puts each there as it is finished. */
public final class UnitWorker {
  private final EvaluationOptions options;
  private final GridStore store;
  private final Progress.Stage stage;
  private final @Nullable FittedRepeat first;
  private final List<Source> candidates;
  private final CellImportance importance;

  /**
   * A worker.
   *
   * @param stage advanced by one for every cell
   * @param first the first repeat's generator, where it has been fitted already, or null
   */
  public UnitWorker(
      EvaluationOptions options,
      GridStore store,
      Progress.Stage stage,
      @Nullable FittedRepeat first) {
    this(options, store, stage, first, AutoCandidates.all());
  }

  private UnitWorker(
      EvaluationOptions options,
      GridStore store,
      Progress.Stage stage,
      @Nullable FittedRepeat first,
      List<Source> candidates) {
    this.options = options;
    this.store = store;
    this.stage = stage;
    this.first = first;
    this.candidates = List.copyOf(candidates);
    this.importance = new CellImportance(options.importance());
  }

  /** Returns a worker whose arm {@code auto} picks among other candidates. */
  public UnitWorker picking(List<Source> others) {
    return new UnitWorker(options, store, stage, first, others);
  }

  /** The pick for a unit, and how long it took; nothing for an arm that is as it is. */
  private record Pick(@Nullable Choice choice, double seconds) {
    static final Pick NOTHING = new Pick(null, 0);
  }

  /** Tells that a unit is on disk already. */
  void skip(GridUnit unit) {
    stage.advance(unit.cells().size());
  }

  /** Computes what is missing of a unit. */
  public void compute(GridUnit unit, Repeats repeats) {
    RepeatRows rows = repeats.rows(unit.repeat(), unit.rareRows());
    if (!unit.isPicked()) {
      compute(unit, repeats, rows, Pick.NOTHING);
    } else if (store.hasAll(unit)) {
      skip(unit);
    } else {
      Stopwatch watch = Stopwatch.start();
      ArmPlan unpicked = unit.source().arms().getFirst();
      Arm procedure = unpicked.arm();
      Picked picked = picked(unpicked, repeats, rows);
      Pick pick = new Pick(picked.choice(unit.repeat(), procedure), watch.seconds());
      compute(unit.with(picked.source(procedure)), repeats, rows, pick);
    }
  }

  private Picked picked(ArmPlan unpicked, Repeats repeats, RepeatRows rows) {
    String classifier = options.classifierNames().getFirst();
    return unpicked.arm().role() == Arm.Role.AUTO
        ? new AutoChoice(repeats.config(), classifier, 1, done -> {}).pick(candidates, rows.fit())
        : new BestFree(repeats.config(), classifier, 1, done -> {})
            .pick(BestFree.candidates(unpicked.isTaught()), rows.fit());
  }

  private void compute(GridUnit unit, Repeats repeats, RepeatRows rows, Pick pick) {
    UnitRows unitRows = new UnitRows(() -> fit(unit, rows), crossFit(unit, repeats, rows));
    for (ArmPlan arm : unit.source().arms()) {
      List<String> missing =
          unit.classifiers().stream()
              .filter(classifier -> store.cell(unit.cell(arm, classifier)).isEmpty())
              .toList();
      stage.advance((long) unit.classifiers().size() - missing.size());
      if (missing.isEmpty()) {
        continue;
      }
      rows.context().cancellation().check();
      UnitRows.Drawn drawn;
      try {
        drawn = unitRows.draw(arm);
      } catch (Problem problem) {
        CellResult failed =
            new CellResult.Failed(arm.arm(), ArmFailures.reason(problem), pick.choice());
        missing.forEach(classifier -> finish(unit.cell(arm, classifier), failed));
        continue;
      }
      for (String classifier : missing) {
        GridUnit.Cell cell = unit.cell(arm, classifier);
        finish(cell, cell(new UnitInputs(unit, rows, pick), cell, drawn));
      }
    }
  }

  private void finish(GridUnit.Cell cell, CellResult result) {
    store.write(cell, result);
    stage.advance(1);
  }

  /** The common parts of the cells of a unit. */
  private record UnitInputs(GridUnit unit, RepeatRows rows, Pick pick) {}

  private CellResult cell(UnitInputs place, GridUnit.Cell cell, UnitRows.Drawn drawn) {
    CellThresholds thresholds = drawn.thresholds(cell.arm(), cell.classifier());
    Stopwatch watch = Stopwatch.start();
    Scoring.Result result =
        new Scoring(place.rows().split(), options)
            .fit(cell.arm(), cell.classifier(), drawn.rows(), thresholds);
    double seconds = watch.seconds();
    return new CellResult.Measured(
        result.scored(),
        drawn.rows().fitSeconds() + place.pick().seconds(),
        drawn.rows().drawSeconds(),
        seconds,
        result.millisARow(),
        place.pick().choice(),
        drawn.warnings(),
        importance.of(place.unit(), place.rows(), result.scored(), result.classifier()),
        sweep(result),
        place.rows().fit().taught(cell.arm()));
  }

  private @Nullable ThresholdSweep sweep(Scoring.Result result) {
    ScoredArm scored = result.scored();
    return scored.classifier().equals(options.classifierNames().getFirst())
        ? ThresholdSweep.of(
            scored.arm(),
            scored.classifier(),
            result.validation(),
            scored.threshold().value(),
            options.costs())
        : null;
  }

  private Optional<CrossFit> crossFit(GridUnit unit, Repeats repeats, RepeatRows rows) {
    HeldOut<HeldOut.Validation> validation = rows.split().validation();
    return options.crossFit()
            && repeats.areRandom()
            && validation.rareCount() < CrossFit.FEW_RARE_ROWS
        ? Optional.of(
            new CrossFit(
                unit.source(),
                repeats.folds(unit.repeat(), unit.rareRows()),
                validation.rowCount()))
        : Optional.empty();
  }

  private ArmFit fit(GridUnit unit, RepeatRows rows) {
    FittedRepeat known = first;
    if (known != null
        && unit.repeat() == known.number()
        && unit.rareRows().equals(RareRows.ALL)
        && unit.source().arms().getFirst().arm().role() == Arm.Role.GENERATOR) {
      return ArmFit.of(unit.source(), rows.fit(), known);
    }
    return ArmFit.of(unit.source(), rows.fit());
  }
}
