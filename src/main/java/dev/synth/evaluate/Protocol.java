package dev.synth.evaluate;

import dev.synth.split.SplitOptions;

/**
 * What was decided about a comparison before any result was seen.
 *
 * @param classifier the first-listed classifier, which carries the primary endpoint
 * @param split how the rows are cut; decides which statistics apply
 * @param threshold how thresholds are chosen, such as {@code max-f1}
 * @param effect the smallest difference in average precision worth having, in (0, 1)
 */
public record Protocol(
    String classifier, SplitOptions.Method split, String threshold, double effect) {
  public Protocol {
    if (!(effect > 0 && effect < 1)) {
      throw new IllegalArgumentException("the effect is " + effect);
    }
  }

  /** Returns the protocol that options ask for. */
  public static Protocol of(EvaluationOptions options, SplitOptions split) {
    return new Protocol(
        options.classifiers().getFirst(),
        split.method(),
        Thresholds.describe(options.threshold()),
        options.effect());
  }
}
