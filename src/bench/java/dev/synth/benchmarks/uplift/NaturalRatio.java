package dev.synth.benchmarks.uplift;

import dev.synth.evaluate.ScoredRows;

/**
 * Thresholds of the highest F1 at the class ratio of use, chosen on validation rows that have
 * another one: each of the others counts as many times as there are more of them in use.
 *
 * @param rareShare the share of rare rows in use, in (0, 1)
 */
record NaturalRatio(double rareShare) {
  /** Returns the threshold, halfway between two scores; of equal ones that of the fewest alerts. */
  double threshold(ScoredRows validation) {
    ScoredRows.Descent descent = validation.descent();
    double best = -1;
    double threshold = 0;
    double last = Double.NaN; // the score of the best step, until the next one is known
    while (descent.next()) {
      if (!Double.isNaN(last)) {
        threshold = (last + descent.score()) / 2;
        last = Double.NaN;
      }
      double f1 = f1(validation, descent);
      if (f1 > best) {
        best = f1;
        last = descent.score();
      }
    }
    return Double.isNaN(last) ? threshold : 0;
  }

  private double f1(ScoredRows rows, ScoredRows.Descent step) {
    double caught = rareShare * step.truePositives() / rows.rareCount();
    int falseAlerts = step.alerts() - step.truePositives();
    double wrong = (1 - rareShare) * falseAlerts / rows.otherCount();
    return 2 * caught / (caught + wrong + rareShare);
  }
}
