package dev.synth.internal.classify;

import dev.synth.classify.Classifier;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.split.Augmented;

/**
 * The rows that a {@link FeatureTrainer} learns from, as numbers.
 *
 * @param rows the rows
 * @param rareWeight what a rare row weighs against one of the others
 * @param features the features of the real rows among them
 */
public record FeatureRows(Augmented rows, double rareWeight, SharedFeatures.Fitted features) {
  /** Returns the numbers of all rows. */
  public FeatureMatrix encoded() {
    return features.encode(rows);
  }

  /** Returns the scaled numbers, row by row; not to be changed, since they are shared. */
  public double[][] scaled() {
    return features.scaled(rows);
  }

  /** Returns what is to be learned of each row. */
  public Targets targets() {
    return Targets.of(rows);
  }

  /** Returns a classifier that scores the numbers of rows. */
  public Classifier scoring(NumberModel model) {
    return new NumberClassifier(features, model);
  }
}
