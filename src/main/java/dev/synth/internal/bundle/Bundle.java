package dev.synth.internal.bundle;

import dev.synth.base.Problem;
import dev.synth.classify.Classifier;
import dev.synth.internal.classify.StoredClassifier;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.table.Table;

/**
 * A fitted model, ready to score rows. Safe for use by several threads.
 *
 * @param version the first twelve hexadecimal digits of what identifies its files
 * @param facts what it says of itself
 * @param contract what rows must look like
 * @param calibration makes probabilities of scores
 * @param classifier scores rows
 */
public record Bundle(
    String version,
    BundleFacts facts,
    Contract contract,
    Calibration calibration,
    Classifier classifier) {
  /** Scores rows that have the columns of the contract. */
  public Scores score(Table features) {
    double[] scores = classifier.score(features);
    double[] probabilities = new double[scores.length];
    boolean[] alerts = new boolean[scores.length];
    for (int row = 0; row < scores.length; row++) {
      probabilities[row] = calibration.probability(scores[row]);
      alerts[row] = scores[row] >= facts.threshold().value();
    }
    return new Scores(scores, probabilities, alerts);
  }

  /**
   * Returns what each column of rows adds to their scores, or to the log-odds of these.
   *
   * @throws Problem (data) if what was stored does not tell
   */
  public Contributions explain(Table features) {
    try {
      return StoredClassifier.of(classifier).explain(features);
    } catch (IllegalArgumentException e) {
      throw Problem.data("no reasons: %s", String.valueOf(e.getMessage())).causedBy(e);
    }
  }
}
