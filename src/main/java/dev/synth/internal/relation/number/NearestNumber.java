package dev.synth.internal.relation.number;

import java.util.Collections;
import java.util.List;

/** The nearest of some numbers. */
public final class NearestNumber {
  private NearestNumber() {}

  /**
   * Returns where the number nearest to a value stands; the smaller one of two.
   *
   * @param sorted rising, at least one
   */
  public static int place(List<Double> sorted, double value) {
    int found = Collections.binarySearch(sorted, value);
    if (found >= 0) {
      return found;
    }
    int right = -found - 1;
    if (right == 0 || right == sorted.size()) {
      return right == 0 ? 0 : right - 1;
    }
    return value - sorted.get(right - 1) <= sorted.get(right) - value ? right - 1 : right;
  }
}
