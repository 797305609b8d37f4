package dev.synth.internal.experiment.grid;

import dev.synth.classify.Classifier;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.ImportanceOptions;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.PermutationImportance;
import dev.synth.internal.experiment.arm.RepeatRows;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.split.RareRows;
import org.jspecify.annotations.Nullable;

/**
 * Measures what columns are worth to the fitted classifiers of some cells: of {@code none} and of
 * the generators' arms on all real rare rows, in the first repeats.
 *
 * @param options how, and in how many repeats
 */
record CellImportance(ImportanceOptions options) {
  /** Returns the importance, or null for a cell of another kind. */
  @Nullable ArmImportance of(
      GridUnit unit, RepeatRows rows, ScoredArm scored, Classifier classifier) {
    Arm arm = scored.arm();
    boolean asked = arm.role() == Arm.Role.REFERENCE || arm.role() == Arm.Role.GENERATOR;
    if (!asked || !unit.rareRows().equals(RareRows.ALL) || unit.repeat() > options.repeats()) {
      return null;
    }
    rows.context().cancellation().check();
    var importance =
        new PermutationImportance(
            rows.split().validation(), options, rows.context().below("importance").seeds());
    return new ArmImportance(
        arm,
        scored.classifier(),
        scored.validationAveragePrecision(),
        1,
        importance.of(classifier));
  }
}
