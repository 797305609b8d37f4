package dev.synth.internal.stats.sequential;

import dev.synth.internal.stats.StudentT;
import java.util.Arrays;

/**
 * The density of a Brownian motion that has not crossed a bound from below yet, by Simpson's rule.
 *
 * <p>Its total is the probability of not having crossed.
 */
final class BrownianDensity {
  /** Even; a step of the rule is then half of the deviation of the smallest move, or less. */
  private static final int INTERVALS = 160;

  /** The number of deviations from its middle at which a density ends. */
  private static final double REACH = 6;

  private static final double ROOT_TWO_PI = 2.5066282746310002;
  private static final int HALVINGS = 60;
  private static final double EXACT = 1e-10;

  private final double[] places;

  /** The density at each place times the rule's weight. */
  private final double[] masses;

  private BrownianDensity(double share, double bound) {
    double reach = REACH * StrictMath.sqrt(share);
    double end = Math.max(-reach, Math.min(reach, bound));
    double step = (end + reach) / INTERVALS;
    places = new double[INTERVALS + 1];
    masses = new double[INTERVALS + 1];
    for (int i = 0; i <= INTERVALS; i++) {
      places[i] = -reach + i * step;
      masses[i] = step / 3 * (i == 0 || i == INTERVALS ? 1 : i % 2 == 0 ? 2 : 4);
    }
  }

  /**
   * Returns where the motion is at the time {@code share}.
   *
   * @param bound where it has crossed
   */
  static BrownianDensity first(double share, double bound) {
    BrownianDensity first = new BrownianDensity(share, bound);
    double deviation = StrictMath.sqrt(share);
    for (int i = 0; i <= INTERVALS; i++) {
      first.masses[i] *= normal(first.places[i], deviation);
    }
    return first;
  }

  /**
   * Returns where the motion is after one more move.
   *
   * @param deviation the move's
   * @param share the time then
   * @param bound where it has crossed then
   */
  BrownianDensity moved(double deviation, double share, double bound) {
    BrownianDensity moved = new BrownianDensity(share, bound);
    for (int i = 0; i <= INTERVALS; i++) {
      double sum = 0;
      for (int j = 0; j <= INTERVALS; j++) {
        sum += masses[j] * normal(moved.places[i] - places[j], deviation);
      }
      moved.masses[i] *= sum;
    }
    return moved;
  }

  /**
   * Returns the place above which the motion is with a probability after one more move.
   *
   * @param deviation the move's
   * @param probability 0 or more; nothing is above it for 0
   */
  double upperPoint(double deviation, double probability) {
    double low = places[0] - REACH * deviation;
    double high = places[INTERVALS] + REACH * deviation;
    if (!(probability > above(high, deviation))) {
      return Double.POSITIVE_INFINITY;
    }
    if (probability >= Arrays.stream(masses).sum()) {
      return Double.NEGATIVE_INFINITY;
    }
    for (int step = 0; step < HALVINGS && high - low > EXACT; step++) {
      double middle = (low + high) / 2;
      if (above(middle, deviation) > probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double above(double place, double deviation) {
    double sum = 0;
    for (int i = 0; i <= INTERVALS; i++) {
      sum += masses[i] * StudentT.NORMAL.cumulative((places[i] - place) / deviation);
    }
    return sum;
  }

  private static double normal(double distance, double deviation) {
    double z = distance / deviation;
    return StrictMath.exp(-z * z / 2) / (deviation * ROOT_TWO_PI);
  }
}
