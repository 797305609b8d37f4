package dev.synth.internal.holdout;

import dev.synth.classify.Classifier;
import dev.synth.split.HeldOut;
import org.jspecify.annotations.Nullable;

/**
 * Test rows as a fitted classifier scores them, and their days; their classes stay closed. That is
 * how scores are distributed where the classifier has not learned.
 *
 * @param scores one a row
 * @param days the day of each row; null where days are not known
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record UnseenRows(double[] scores, long @Nullable [] days) {
  /** Returns test rows as a classifier scores them. */
  public static UnseenRows of(HeldOut<HeldOut.Test> test, Classifier classifier) {
    return new UnseenRows(classifier.score(HeldOut.testFeatures(test)), HeldOut.testDays(test));
  }
}
