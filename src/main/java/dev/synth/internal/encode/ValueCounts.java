package dev.synth.internal.encode;

import java.util.Arrays;

/** The distinct values of a sorted array, each with how often it occurs. */
final class ValueCounts {
  private final double[] values;
  private final int[] ends;

  private ValueCounts(double[] values, int[] ends) {
    this.values = values;
    this.ends = ends;
  }

  static ValueCounts of(double[] sorted) {
    double[] values = new double[sorted.length];
    int[] ends = new int[sorted.length];
    int size = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (size == 0 || sorted[i] != values[size - 1]) {
        values[size++] = sorted[i];
      }
      ends[size - 1] = i + 1;
    }
    return new ValueCounts(Arrays.copyOf(values, size), Arrays.copyOf(ends, size));
  }

  /** Returns how many distinct values there are. */
  int size() {
    return values.length;
  }

  /** Returns the distinct value at a position, in rising order. */
  double value(int index) {
    return values[index];
  }

  int count(int index) {
    return ends[index] - start(index);
  }

  /** Returns how often a value occurs, 0 where it doesn't. */
  int countOf(double value) {
    int index = Arrays.binarySearch(values, value);
    return index < 0 ? 0 : count(index);
  }

  /** Returns how many elements are smaller, plus half of those that are equal. */
  double middleRank(int index) {
    return 0.5 * (start(index) + ends[index]);
  }

  double[] values() {
    return values.clone();
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
