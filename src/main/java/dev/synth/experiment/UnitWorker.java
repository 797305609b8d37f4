package dev.synth.experiment;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.Classifiers;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Holdout;
import dev.synth.evaluate.Scored;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Thresholds;
import dev.synth.generate.AcceptedRows;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.Generators;
import dev.synth.split.Augmented;
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
  void compute(GridUnit unit, RepeatRows rows) {
    @Nullable Fitted fitted = null;
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
      Drawn drawn = draw(arm, fitted, rows);
      for (String classifier : missing) {
        store.write(unit.cell(arm, classifier), cell(arm, classifier, drawn, rows));
        stage.advance(1);
      }
    }
  }

  /** A source's generator, if it has one, and where its draws' random numbers come from. */
  private record Fitted(
      Optional<dev.synth.generate.Generator> generator, Context context, double seconds) {}

  /** An arm's training rows. */
  private record Drawn(Augmented rows, double fitSeconds, double drawSeconds) {}

  private Fitted fit(GridUnit unit, RepeatRows rows) {
    Context own = rows.context().below(unit.source().stream());
    GeneratorOptions generator = unit.source().options();
    if (generator == null) {
      return new Fitted(Optional.empty(), own, 0);
    }
    if (first != null && isFirst(unit, first)) {
      return new Fitted(Optional.of(first.generator()), own, first.fitSeconds());
    }
    Stopwatch watch = Stopwatch.start();
    var fitted = Generators.trainer(generator).fit(rows.training(), own);
    return new Fitted(Optional.of(fitted), own, watch.seconds());
  }

  private static boolean isFirst(GridUnit unit, FittedRepeat first) {
    Arm arm = unit.source().arms().getFirst().arm();
    return unit.repeat() == first.number()
        && unit.rareRows().isEmpty()
        && arm.role() == Arm.Role.GENERATOR;
  }

  private static Drawn draw(ArmPlan arm, Fitted fitted, RepeatRows rows) {
    AugmentationPlan plan = arm.plan();
    if (plan == null || fitted.generator().isEmpty()) {
      return new Drawn(rows.training().unaugmented(), 0, 0);
    }
    Stopwatch watch = Stopwatch.start();
    AcceptedRows drawn =
        AcceptedRows.draw(
            fitted.generator().get(),
            rows.rules(),
            plan.rowsFor(rows.training()),
            FittedRepeat.drawing(fitted.context()));
    Augmented augmented = rows.training().plus(drawn.accepted());
    return new Drawn(augmented, fitted.seconds(), watch.seconds());
  }

  private CellResult cell(ArmPlan arm, String name, Drawn drawn, RepeatRows rows) {
    rows.context().cancellation().check();
    Stopwatch watch = Stopwatch.start();
    ClassifierTrainer trainer = Classifiers.trainers(List.of(name)).getFirst();
    Classifier classifier =
        trainer.fit(
            drawn.rows,
            arm.weighting(),
            rows.features(),
            rows.context().below("classifier/" + name));
    LabelledTable validation = HeldOut.validationRows(rows.split().validation());
    ScoredRows scored = ScoredRows.of(classifier, validation);
    Scored result =
        new Scored(
            arm.arm(),
            name,
            Thresholds.choose(options.threshold(), scored),
            Curves.averagePrecision(scored),
            Holdout.score(rows.split().test(), classifier));
    return new CellResult(result, drawn.fitSeconds, drawn.drawSeconds, watch.seconds());
  }
}
