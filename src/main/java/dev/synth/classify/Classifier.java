package dev.synth.classify;

import dev.synth.table.Table;
import java.util.Arrays;

/** A fitted classifier. */
public interface Classifier {
  /**
   * Scores rows.
   *
   * @param features rows with the columns that the classifier was trained on
   * @return one a row, in [0, 1], higher for the rare class; thresholds live elsewhere
   */
  double[] score(Table features);

  /** Returns the classifier of rows without features that vary: the share of rare rows for each. */
  static Classifier ofShare(double share) {
    return features -> {
      double[] scores = new double[features.rowCount()];
      Arrays.fill(scores, share);
      return scores;
    };
  }
}
