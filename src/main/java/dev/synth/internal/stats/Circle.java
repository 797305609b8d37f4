package dev.synth.internal.stats;

import dev.synth.internal.base.Micros;
import java.util.Arrays;

/**
 * Values on a circle, such as times of day, of which 0 and the circumference are the same (Mardia
 * and Jupp, "Directional Statistics", 2000).
 *
 * @param circumference the length of the circle, positive and finite
 */
public record Circle(double circumference) {
  /** A day, in microseconds. */
  public static final Circle DAY = new Circle((double) Micros.PER_DAY);

  public Circle {
    if (!(circumference > 0 && circumference < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a circle of length " + circumference);
    }
  }

  /** Returns the same place in [0, circumference). */
  public double wrapped(double value) {
    double rest = value % circumference;
    double positive = rest < 0 ? rest + circumference : rest;
    return positive < circumference ? positive : 0; // −1e-20 + 1 is 1
  }

  /** Returns the shortest way from one place to another, in [−circumference/2, circumference/2]. */
  public double way(double from, double to) {
    return Math.IEEEremainder(to - from, circumference);
  }

  /**
   * Returns where the circle is best cut to lay values on a line: the value that follows the widest
   * gap, the earliest one on ties.
   *
   * @param values in [0, circumference), NaN where missing; missing ones are left aside
   * @return 0 where there is no value
   */
  public double start(double[] values) {
    double[] sorted = Present.sorted(values);
    if (sorted.length == 0) {
      return 0;
    }
    double start = sorted[0];
    double widest = sorted[0] + circumference - sorted[sorted.length - 1];
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] - sorted[i - 1] > widest) {
        widest = sorted[i] - sorted[i - 1];
        start = sorted[i];
      }
    }
    return start;
  }

  /**
   * Returns the mean direction: that of the sum of the values' unit vectors.
   *
   * @param values NaN where missing; missing ones are left aside
   * @return in [0, circumference); NaN where there is no value, or where they cancel out
   */
  public double mean(double[] values) {
    double turn = 2 * Math.PI / circumference;
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    double x = Arrays.stream(present).map(value -> StrictMath.cos(value * turn)).sum();
    double y = Arrays.stream(present).map(value -> StrictMath.sin(value * turn)).sum();
    return Math.hypot(x, y) <= 1e-12 * present.length
        ? Double.NaN
        : wrapped(StrictMath.atan2(y, x) / turn);
  }
}
