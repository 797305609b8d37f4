package dev.synth.internal.experiment.arm;

import dev.synth.evaluate.Costs;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.evaluate.ThresholdRule;
import dev.synth.evaluate.Thresholds;
import org.jspecify.annotations.Nullable;

/** The place where a cell's thresholds are chosen: on its validation rows, or across folds. */
public interface CellThresholds {
  /** Chooses on the validation rows. */
  CellThresholds ON_VALIDATION = Thresholds::choose;

  /** Chooses across folds, whatever the validation rows say. */
  static CellThresholds crossFitted(CrossFit crossFit, ScoredRows pooled) {
    return (rule, validation, costs) -> crossFit.choose(rule, pooled, costs);
  }

  /** Chooses by a rule. */
  Threshold choose(ThresholdRule rule, ScoredRows validation, @Nullable Costs costs);

  /** Returns the threshold that costs least; null without costs, or where the run's own is it. */
  default @Nullable Threshold cheapest(EvaluationOptions options, ScoredRows validation) {
    return options.costs() == null || options.threshold() instanceof ThresholdRule.MinCost
        ? null
        : choose(new ThresholdRule.MinCost(), validation, options.costs());
  }
}
