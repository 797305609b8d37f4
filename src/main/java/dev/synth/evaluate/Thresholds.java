package dev.synth.evaluate;

import dev.synth.internal.base.PlainText;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Chooses decision thresholds on validation rows.
 *
 * <p>A threshold lies halfway between two neighbouring scores; one below all scores is 0, one above
 * all scores the next number after the highest. Of thresholds that a rule cannot tell apart, the
 * one with the fewest alerts is taken.
 */
public final class Thresholds {
  private Thresholds() {}

  /**
   * Chooses a threshold.
   *
   * <p>Where a rule can't be met, the threshold says so, and why. A precision that no threshold
   * reaches falls back to the highest precision there is. A false-positive rate that stands for
   * fewer than 20 false alarms falls back to the highest F1. An alert budget that cuts through rows
   * of equal score raises fewer alerts than it may.
   *
   * @param validation scores of rows that the classifier was not trained on; never test rows
   */
  public static Threshold choose(ThresholdRule rule, ScoredRows validation) {
    return choose(rule, validation, null);
  }

  /**
   * Chooses a threshold, by its costs where the rule is {@code min-cost}.
   *
   * <p>One threshold holds for all rows: what a row itself would cost decides nothing, since that
   * would take scores that are probabilities. A threshold that raises no alert is among the
   * candidates.
   *
   * @param validation as in the shorter form; {@code min-cost} needs their losses
   * @param costs what alerts cost; null where no rule asks
   * @throws IllegalArgumentException if the rule is {@code min-cost} and there are no costs
   */
  public static Threshold choose(ThresholdRule rule, ScoredRows validation, @Nullable Costs costs) {
    return switch (rule) {
      case ThresholdRule.MaxF1 maxF1 -> best(validation, rule, 1, null);
      case ThresholdRule.MaxFBeta maxFBeta -> best(validation, rule, maxFBeta.beta(), null);
      case ThresholdRule.PrecisionAtLeast atLeast -> precise(validation, rule, atLeast.precision());
      case ThresholdRule.FalsePositiveRateAtMost atMost -> quiet(validation, rule, atMost.rate());
      case ThresholdRule.AlertBudget budget -> affordable(validation, rule, budget.alerts());
      case ThresholdRule.MinCost minCost -> cheapest(validation, rule, costs);
      case ThresholdRule.Fixed fixed -> new Threshold(fixed.threshold(), describe(rule), null);
    };
  }

  /** Returns a rule as configs and reports write it, such as {@code precision at least 0.9}. */
  public static String describe(ThresholdRule rule) {
    return switch (rule) {
      case ThresholdRule.MaxF1 maxF1 -> "max-f1";
      case ThresholdRule.MaxFBeta maxFBeta -> "max F-beta with beta " + maxFBeta.beta();
      case ThresholdRule.PrecisionAtLeast atLeast -> "precision at least " + atLeast.precision();
      case ThresholdRule.FalsePositiveRateAtMost atMost ->
          "false-positive rate at most " + atMost.rate();
      case ThresholdRule.AlertBudget budget -> "alert budget " + budget.alerts();
      case ThresholdRule.MinCost minCost -> "min-cost";
      case ThresholdRule.Fixed fixed -> "fixed " + fixed.threshold();
    };
  }

  private static Threshold best(
      ScoredRows rows, ThresholdRule rule, double beta, @Nullable ThresholdFallback fallback) {
    double weight = beta * beta;
    double value =
        highest(
            rows,
            step ->
                (1 + weight)
                    * step.caughtWeight()
                    / (weight * rows.rareWeight() + step.alertWeight()));
    return chosen(value, rows, rule, fallback);
  }

  private static Threshold precise(ScoredRows rows, ThresholdRule rule, double precision) {
    double lowest = lowest(rows, step -> step.precision() >= precision);
    if (!Double.isNaN(lowest)) {
      return chosen(lowest, rows, rule, null);
    }
    double mostPrecise = highest(rows, ScoredRows.Descent::precision);
    double reached = rows.caughtWeight(mostPrecise) / rows.alertWeight(mostPrecise);
    return chosen(mostPrecise, rows, rule, new ThresholdFallback.MostPrecise(reached));
  }

  private static Threshold quiet(ScoredRows rows, ThresholdRule rule, double rate) {
    if (Curves.tooFewFor(rows, rate)) {
      Unmeasured.TooFewFalseAlarms why = Curves.tooFewFalseAlarms(rows, rate);
      return best(rows, rule, 1, new ThresholdFallback.HighestF1(why));
    }
    double lowest = lowest(rows, step -> step.falseWeight() <= rate * rows.otherWeight());
    return chosen(Double.isNaN(lowest) ? aboveAll(rows) : lowest, rows, rule, null);
  }

  private static Threshold affordable(ScoredRows rows, ThresholdRule rule, int alerts) {
    double lowest = lowest(rows, step -> step.alertWeight() <= alerts);
    double value = Double.isNaN(lowest) ? aboveAll(rows) : lowest;
    if (rows.areWeighted()) { // one row may stand for more than is left of the budget
      return chosen(value, rows, rule, null);
    }
    int raised = rows.at(value).alerts();
    if (raised == alerts) {
      return chosen(value, rows, rule, null);
    }
    ThresholdFallback fallback =
        rows.rowCount() < alerts
            ? new ThresholdFallback.NoMoreRows(raised, alerts)
            : new ThresholdFallback.EqualScores(raised, alerts);
    return chosen(value, rows, rule, fallback);
  }

  private static Threshold cheapest(ScoredRows rows, ThresholdRule rule, @Nullable Costs costs) {
    if (costs == null) {
      throw new IllegalArgumentException("min-cost takes costs");
    }
    double cheapest =
        highest(rows, step -> -costs.alert() * step.alertWeight() - step.missedLoss());
    boolean helps = costs.at(rows, cheapest) < costs.withoutAlerts(rows);
    return chosen(helps ? cheapest : aboveAll(rows), rows, rule, null);
  }

  private static Threshold chosen(
      double value, ScoredRows rows, ThresholdRule rule, @Nullable ThresholdFallback fallback) {
    String how =
        PlainText.of(
            "%s on %d rows, %d of them rare", describe(rule), rows.rowCount(), rows.rareCount());
    if (rows.areWeighted()) {
      long all = Math.round(rows.rareWeight() + rows.otherWeight());
      how += PlainText.of(", which stand for %d", all);
    }
    return new Threshold(value, how, fallback);
  }

  /** The threshold with the highest value; of equal ones, the first on the way down. */
  private static double highest(ScoredRows rows, ToDoubleFunction<ScoredRows.Descent> value) {
    ScoredRows.Descent descent = rows.descent();
    double bestValue = Double.NEGATIVE_INFINITY;
    double threshold = 0;
    while (descent.next()) {
      double here = value.applyAsDouble(descent);
      if (here > bestValue) {
        bestValue = here;
        threshold = below(descent);
      }
    }
    return threshold;
  }

  /** The lowest threshold for which a condition holds; NaN where it holds for none. */
  private static double lowest(ScoredRows rows, Predicate<ScoredRows.Descent> condition) {
    ScoredRows.Descent descent = rows.descent();
    double threshold = Double.NaN;
    while (descent.next()) {
      if (condition.test(descent)) {
        threshold = below(descent);
      }
    }
    return threshold;
  }

  /** Halfway between the step's score and the next lower one. */
  private static double below(ScoredRows.Descent step) {
    double next = step.nextScore();
    if (next < 0) {
      return 0;
    }
    double middle = next + (step.score() - next) / 2;
    return middle > next ? middle : step.score(); // neighbouring doubles have no middle
  }

  private static double aboveAll(ScoredRows rows) {
    ScoredRows.Descent descent = rows.descent();
    descent.next();
    return Math.nextUp(descent.score());
  }
}
