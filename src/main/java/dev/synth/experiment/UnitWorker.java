package dev.synth.experiment;

import dev.synth.base.Progress;
import dev.synth.classify.Classifier;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Holdout;
import dev.synth.evaluate.Scored;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.evaluate.Thresholds;
import dev.synth.split.HeldOut;
import dev.synth.table.LabelledTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the cells of a unit that are not on disk yet, and puts each there as it is finished. */
final class UnitWorker {
  private final EvaluationOptions options;
  private final GridStore store;
  private final Progress.Stage stage;
  private final @Nullable FittedRepeat first;

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
    this.options = options;
    this.store = store;
    this.stage = stage;
    this.first = first;
  }

  /** Tells that a unit is on disk already. */
  void skip(GridUnit unit) {
    stage.advance(unit.cells().size());
  }

  /** Computes what is missing of a unit. */
  void compute(GridUnit unit, Repeats repeats) {
    RepeatRows rows = repeats.rows(unit.repeat(), unit.rareRows());
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
      compute(unit, arm, missing, fitted.draw(arm), crossFit);
    }
  }

  private void compute(
      GridUnit unit,
      ArmPlan arm,
      List<String> classifiers,
      ArmRows drawn,
      Optional<CrossFit> crossFit) {
    List<ArmRows> folds = crossFit.map(fit -> fit.draw(arm)).orElse(List.of());
    for (String classifier : classifiers) {
      Optional<Threshold> threshold =
          crossFit.map(fit -> fit.choose(options.threshold(), folds, arm, classifier));
      store.write(unit.cell(arm, classifier), cell(arm, classifier, drawn, threshold));
      stage.advance(1);
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
      return ArmRows.Fitted.of(unit.source(), rows, known);
    }
    return ArmRows.Fitted.of(unit.source(), rows);
  }

  private CellResult cell(
      ArmPlan arm, String name, ArmRows drawn, Optional<Threshold> crossFitted) {
    Stopwatch watch = Stopwatch.start();
    Classifier classifier = drawn.classifier(name, arm);
    LabelledTable validation = HeldOut.validationRows(drawn.rows().split().validation());
    ScoredRows scored = ScoredRows.of(classifier, validation);
    Threshold threshold =
        crossFitted.orElseGet(() -> Thresholds.choose(options.threshold(), scored));
    Scored result =
        new Scored(
            arm.arm(),
            name,
            threshold,
            Curves.averagePrecision(scored),
            Holdout.score(drawn.rows().split().test(), classifier));
    return new CellResult(result, drawn.fitSeconds(), drawn.drawSeconds(), watch.seconds());
  }
}
