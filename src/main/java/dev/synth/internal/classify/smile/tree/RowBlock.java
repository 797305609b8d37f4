package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.feature.FeatureMatrix;

/**
 * Some rows that are scored together.
 *
 * @param rows row after row, without NaN and negative zeros; shared
 * @param width how many numbers a row has
 * @param first which score is that of the first row
 * @param count how many rows there are
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RowBlock(double[] rows, int width, int first, int count) {
  /** Returns rows of a matrix from a first one on, written to a given array. */
  static RowBlock filled(double[] block, FeatureMatrix features, int first, int count) {
    int width = features.width();
    for (int column = 0; column < width; column++) {
      double[] values = features.column(column);
      for (int row = 0; row < count; row++) {
        double value = values[first + row] + 0.0; // -0 becomes 0
        block[row * width + column] = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
      }
    }
    return new RowBlock(block, width, first, count);
  }
}
