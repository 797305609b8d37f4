package dev.synth.classify;

import dev.synth.table.Table;

/** A fitted classifier. */
public interface Classifier {
  /**
   * Scores rows.
   *
   * @param features rows with the columns that the classifier was trained on
   * @return one a row, in [0, 1], higher for the rare class; thresholds live elsewhere
   */
  double[] score(Table features);
}
