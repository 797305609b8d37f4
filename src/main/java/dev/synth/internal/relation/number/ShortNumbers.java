package dev.synth.internal.relation.number;

import java.util.ArrayList;
import java.util.List;

/** Numbers of few digits in an interval. */
public final class ShortNumbers {
  private static final int MOST_DIGITS = 12;

  private ShortNumbers() {}

  /**
   * Returns the numbers of an interval with the fewest digits after the point, and those next to
   * them in length, the shortest first.
   *
   * @param count how many at most
   */
  public static List<Double> in(double low, double high, int count) {
    List<Double> found = new ArrayList<>();
    double power = 1;
    for (int digits = 0; digits <= MOST_DIGITS && found.size() < count; digits++) {
      double nearest = Math.rint((low + high) / 2 * power) / power;
      if (nearest >= low && nearest <= high && !found.contains(nearest)) {
        found.add(nearest + 0.0);
      }
      power *= 10;
    }
    return found;
  }
}
