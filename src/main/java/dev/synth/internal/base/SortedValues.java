package dev.synth.internal.base;

/** Counts among values in ascending order, by bisection. */
public final class SortedValues {
  private SortedValues() {}

  /**
   * Returns how many values are less than another.
   *
   * @param sorted ascending, without NaN; may be empty
   * @param value all values are less than NaN
   */
  public static int countBelow(double[] sorted, double value) {
    return countBelow(sorted, sorted.length, value);
  }

  /**
   * Returns how many of the first values are less than another.
   *
   * @param count how many are looked at
   */
  public static int countBelow(double[] sorted, int count, double value) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] >= value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Returns how many values are no more than another.
   *
   * @param sorted ascending, without NaN; may be empty
   * @param value no value is up to NaN
   */
  public static int countUpTo(double[] sorted, double value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
