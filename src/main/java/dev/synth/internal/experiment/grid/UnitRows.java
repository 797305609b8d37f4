package dev.synth.internal.experiment.grid;

import dev.synth.base.Problem;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.experiment.arm.ArmFit;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.ArmRows;
import dev.synth.internal.experiment.arm.CellThresholds;
import dev.synth.internal.experiment.arm.CrossFit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of a unit's arms: its generator is fitted when the first arm wants it, and once. */
final class UnitRows {
  private final Supplier<ArmFit> fit;
  private final Optional<CrossFit> crossFit;
  private @Nullable ArmFit fitted;
  private @Nullable Problem failure;

  UnitRows(Supplier<ArmFit> fit, Optional<CrossFit> crossFit) {
    this.fit = fit;
    this.crossFit = crossFit;
  }

  /**
   * An arm's rows.
   *
   * @param rows the rows of the repeat
   * @param folds those of its folds, where thresholds are cross-fitted
   * @param crossFit what does it
   * @param warnings what the generator's training warned of
   */
  record Drawn(
      ArmRows rows,
      List<ArmRows> folds,
      Optional<CrossFit> crossFit,
      List<TrainingWarning> warnings) {
    /** Returns where a classifier's thresholds are chosen. */
    CellThresholds thresholds(ArmPlan arm, String classifier) {
      return crossFit
          .map(each -> CellThresholds.crossFitted(each, each.score(folds, arm, classifier)))
          .orElse(CellThresholds.ON_VALIDATION);
    }
  }

  /**
   * Draws an arm's rows.
   *
   * @throws Problem if the generator cannot be fitted, or draws nothing that the rules accept
   */
  Drawn draw(ArmPlan arm) {
    ArmRows own = fitted().draw(arm);
    List<ArmRows> folds = crossFit.map(each -> each.draw(arm)).orElse(List.of());
    return new Drawn(own, folds, crossFit, fitted().warnings());
  }

  /** Returns the fit, made on the first call; if it failed once, it is not tried again. */
  private ArmFit fitted() {
    if (failure != null) {
      throw failure;
    }
    if (fitted == null) {
      try {
        fitted = fit.get();
      } catch (Problem problem) {
        failure = problem;
        throw problem;
      }
    }
    return fitted;
  }
}
