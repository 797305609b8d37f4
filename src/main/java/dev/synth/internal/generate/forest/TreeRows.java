package dev.synth.internal.generate.forest;

import java.util.List;

/**
 * The rows one tree is grown on: real rows first, synthetic ones behind them, and how often each
 * was drawn. The arrays are shared.
 */
final class TreeRows {
  private final List<int[]> codes;
  private final List<double[]> numbers;
  private final int realCount;
  private final int[] weights;

  /**
   * Rows for a tree.
   *
   * @param codes of each feature, one-hot spans before scalar ones
   * @param numbers of each scalar span
   * @param realCount how many rows are real
   * @param weights how often each row was drawn, 0 for those out of the bag
   */
  TreeRows(List<int[]> codes, List<double[]> numbers, int realCount, int[] weights) {
    this.codes = codes;
    this.numbers = numbers;
    this.realCount = realCount;
    this.weights = weights;
  }

  int rowCount() {
    return weights.length;
  }

  int realCount() {
    return realCount;
  }

  boolean isReal(int row) {
    return row < realCount;
  }

  int weight(int row) {
    return weights[row];
  }

  int featureCount() {
    return codes.size();
  }

  int[] codes(int feature) {
    return codes.get(feature);
  }

  int scalarCount() {
    return numbers.size();
  }

  boolean isChoice(int feature) {
    return scalarOf(feature) < 0;
  }

  /** Returns which scalar span a feature is, or below 0 if it is a one-hot span. */
  int scalarOf(int feature) {
    return feature - (codes.size() - numbers.size());
  }

  double number(int scalar, int row) {
    return numbers.get(scalar)[row];
  }
}
