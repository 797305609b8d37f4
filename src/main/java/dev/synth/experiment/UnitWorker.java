package dev.synth.experiment;

import dev.synth.base.Progress;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Choice;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Scored;
import dev.synth.split.HeldOut;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the cells of a unit that are not on disk yet, and puts each there as it is finished. */
final class UnitWorker {
  private final EvaluationOptions options;
  private final GridStore store;
  private final Progress.Stage stage;
  private final @Nullable FittedRepeat first;
  private final List<Source> candidates;

  /**
   * A worker.
   *
   * @param stage advanced by one for every cell
   * @param first the first repeat's generator, where it has been fitted already, or null
   */
  UnitWorker(
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
  }

  /** Returns a worker whose arm {@code auto} picks among other candidates. */
  UnitWorker picking(List<Source> others) {
    return new UnitWorker(options, store, stage, first, others);
  }

  /** What was picked for a unit, and how long it took. */
  private record Pick(Choice choice, double seconds) {
    CellResult into(CellResult cell) {
      return new CellResult(
          cell.scored(),
          cell.fitSeconds() + seconds,
          cell.drawSeconds(),
          cell.classifierSeconds(),
          choice);
    }
  }

  /** Tells that a unit is on disk already. */
  void skip(GridUnit unit) {
    stage.advance(unit.cells().size());
  }

  /** Computes what is missing of a unit. */
  void compute(GridUnit unit, Repeats repeats) {
    RepeatRows rows = repeats.rows(unit.repeat(), unit.rareRows());
    if (!unit.isAuto()) {
      compute(unit, repeats, rows, null);
    } else if (store.hasAll(unit)) {
      skip(unit);
    } else {
      Stopwatch watch = Stopwatch.start();
      Integer rareRows = unit.rareRows().orElse(null);
      AutoChoice auto =
          new AutoChoice(repeats.config(), options.classifiers().getFirst(), 1, done -> {});
      Picked picked = auto.pick(candidates, rows.fit());
      Pick pick = new Pick(picked.choice(unit.repeat(), rareRows), watch.seconds());
      compute(unit.with(picked.source(rareRows)), repeats, rows, pick);
    }
  }

  private void compute(GridUnit unit, Repeats repeats, RepeatRows rows, @Nullable Pick pick) {
    Optional<CrossFit> crossFit = crossFit(unit, repeats, rows);
    ArmRows.@Nullable Fitted fitted = null;
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
      if (fitted == null) {
        fitted = fit(unit, rows);
      }
      ArmRows drawn = fitted.draw(arm);
      List<ArmRows> folds = crossFit.map(fit -> fit.draw(arm)).orElse(List.of());
      for (String classifier : missing) {
        CellThresholds thresholds =
            crossFit
                .map(fit -> CellThresholds.crossFitted(fit, fit.score(folds, arm, classifier)))
                .orElse(CellThresholds.ON_VALIDATION);
        Stopwatch watch = Stopwatch.start();
        Scored scored = new Scoring(rows.split(), options).of(arm, classifier, drawn, thresholds);
        CellResult result =
            new CellResult(scored, drawn.fitSeconds(), drawn.drawSeconds(), watch.seconds(), null);
        store.write(unit.cell(arm, classifier), pick == null ? result : pick.into(result));
        stage.advance(1);
      }
    }
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

  private ArmRows.Fitted fit(GridUnit unit, RepeatRows rows) {
    FittedRepeat known = first;
    if (known != null
        && unit.repeat() == known.number()
        && unit.rareRows().isEmpty()
        && unit.source().arms().getFirst().arm().role() == Arm.Role.GENERATOR) {
      return ArmRows.Fitted.of(unit.source(), rows.fit(), known);
    }
    return ArmRows.Fitted.of(unit.source(), rows.fit());
  }
}
