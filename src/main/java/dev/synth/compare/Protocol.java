package dev.synth.compare;

import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Thresholds;
import dev.synth.split.SplitOptions;

/**
 * What was decided about a comparison before any result was seen.
 *
 * @param classifier the first-listed classifier, which carries the primary endpoint
 * @param split how the rows are cut; decides which statistics apply
 * @param threshold how thresholds are chosen, such as {@code max-f1}
 * @param effect the smallest difference in average precision worth having, in (0, 1)
 * @param asked the figures that are measured beside those of every comparison
 */
public record Protocol(
    String classifier,
    SplitOptions.Method split,
    String threshold,
    double effect,
    CostAndAlertMetrics asked) {
  /** The level of every test and the complement of every interval's confidence. */
  public static final double ALPHA = 0.05;

  public Protocol {
    if (!(effect > 0 && effect < 1)) {
      throw new IllegalArgumentException("the effect is " + effect);
    }
  }

  /** What was decided where no more figures are asked for. */
  public Protocol(String classifier, SplitOptions.Method split, String threshold, double effect) {
    this(classifier, split, threshold, effect, CostAndAlertMetrics.NONE);
  }

  /** Returns the protocol that options ask for. */
  public static Protocol of(EvaluationOptions options, SplitOptions split) {
    return new Protocol(
        options.classifierNames().getFirst(),
        split.method(),
        Thresholds.describe(options.threshold()),
        options.effect(),
        CostAndAlertMetrics.of(options));
  }
}
