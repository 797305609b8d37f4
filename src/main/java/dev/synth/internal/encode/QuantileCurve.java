package dev.synth.internal.encode;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.StandardNormal;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * A rising, piecewise linear map between a quantity's values and the standard normal scale.
 *
 * <p>Knots stand at the quantiles of the values that it was fitted on: a value of mid-rank r among
 * n (from 0.5; ties share one) has the score Φ⁻¹(r / n). Beyond the outermost knots the map runs
 * straight to the bounds at scores ±8. So a draw slightly beyond the fitted values goes only
 * slightly beyond them, and each value within the bounds has a score of its own.
 *
 * <p>Where the outermost knot is the bound, a draw beyond it is folded back into the outermost
 * twentieth of the knots, the less far the closer it is. Cut off at the bound, such draws would
 * repeat one value, as real rows don't.
 */
final class QuantileCurve {
  /** The score of a bound that lies beyond the outermost knot. */
  static final double BOUND_SCORE = 8;

  /** Enough that straight lines between knots don't show, and small in a file. */
  static final int MOST_KNOTS = 1000;

  /** One knot in this many is an outermost one; draws beyond a bound fall among these. */
  private static final int OF_KNOTS = 20;

  /** The number of rare values that get half of the weight that a balanced batch gives them. */
  private static final int PRIOR_ROWS = 100;

  private final double[] values;
  private final double[] scores;

  /**
   * A curve through the given points.
   *
   * @param values at least two, finite, strictly rising
   * @param scores as many, in [−8, 8], strictly rising
   */
  QuantileCurve(double[] values, double[] scores) {
    if (values.length < 2 || values.length != scores.length) {
      throw new IllegalArgumentException(
          PlainText.of(
              "a curve needs two points or more, but has %d values and %d scores",
              values.length, scores.length));
    }
    requireRising("values", values, Double.MAX_VALUE);
    requireRising("scores", scores, BOUND_SCORE);
    this.values = values.clone();
    this.scores = scores.clone();
  }

  private static void requireRising(String name, double[] numbers, double limit) {
    for (int i = 0; i < numbers.length; i++) {
      if (!(Math.abs(numbers[i]) <= limit) || (i > 0 && !(numbers[i] > numbers[i - 1]))) {
        throw new IllegalArgumentException(
            PlainText.of(
                "%s must rise and lie in [%s, %s], but number %d is %s",
                name, -limit, limit, i, numbers[i]));
      }
    }
  }

  /**
   * Fits a curve.
   *
   * @param sorted the values whose quantiles count, sorted, at least one
   * @param min the lower bound, at most the first value
   * @param max the upper bound, at least the last value, above min
   */
  static QuantileCurve fit(double[] sorted, double min, double max) {
    ValueCounts tally = ValueCounts.of(sorted);
    int count = Math.min(MOST_KNOTS, tally.size());
    double[] values = new double[count + 2];
    double[] scores = new double[count + 2];
    int from = min < tally.value(0) ? 0 : 1;
    values[0] = min;
    scores[0] = -BOUND_SCORE;
    for (int i = 0; i < count; i++) {
      int pick = count == 1 ? 0 : (int) ((long) i * (tally.size() - 1) / (count - 1));
      values[i + 1] = tally.value(pick);
      scores[i + 1] = StandardNormal.quantile(tally.middleRank(pick) / sorted.length);
    }
    values[count + 1] = max;
    scores[count + 1] = BOUND_SCORE;
    int to = max > values[count] ? count + 2 : count + 1;
    return new QuantileCurve(
        Arrays.copyOfRange(values, from, to), Arrays.copyOfRange(scores, from, to));
  }

  /**
   * Fits a curve to rare values and others, of which n rare ones count for n / (n + 100) of one
   * half together. So a few don't bend the scale towards themselves, and many have nearly as much
   * of it as the others, as they have of a balanced batch.
   *
   * @param rare sorted, at least one
   * @param others sorted, at least one; not all values may be equal
   */
  static QuantileCurve balanced(double[] rare, double[] others) {
    double rareWeight = 0.5 / (rare.length + PRIOR_ROWS);
    double otherWeight = (1 - rareWeight * rare.length) / others.length;
    ValueCounts rareTally = ValueCounts.of(rare);
    ValueCounts otherTally = ValueCounts.of(others);
    double[] distinct = ValueCounts.of(joined(rare, others)).values();
    double[] values = new double[MOST_KNOTS + 1];
    double[] scores = new double[MOST_KNOTS + 1];
    int knots = 0;
    int rareBelow = 0;
    int othersBelow = 0;
    for (double value : distinct) {
      int rareHere = rareTally.countOf(value);
      int othersHere = otherTally.countOf(value);
      double below = rareWeight * rareBelow + otherWeight * othersBelow;
      double here = rareWeight * rareHere + otherWeight * othersHere;
      // A knot for every thousandth of the mass that is reached, and at both ends.
      boolean isLast = value == distinct[distinct.length - 1];
      if (isLast || below + here > (double) knots / MOST_KNOTS) {
        values[knots] = value;
        scores[knots++] = StandardNormal.quantile(below + 0.5 * here);
      }
      rareBelow += rareHere;
      othersBelow += othersHere;
    }
    return new QuantileCurve(Arrays.copyOf(values, knots), Arrays.copyOf(scores, knots));
  }

  /** Returns the values of both, sorted. */
  static double[] joined(double[] one, double[] other) {
    return DoubleStream.concat(Arrays.stream(one), Arrays.stream(other)).sorted().toArray();
  }

  /** Returns the score of a value; one beyond the bounds has the bound's. */
  double score(double value) {
    return interpolate(values, scores, value);
  }

  /** Returns the value of a score, within the bounds. */
  double value(double score) {
    return interpolate(scores, values, folded(score));
  }

  private double folded(double score) {
    int last = scores.length - 1;
    int width = Math.max(1, scores.length / OF_KNOTS);
    if (score > scores[last] && scores[last] < BOUND_SCORE) {
      return scores[last] - folded(score - scores[last], scores[last] - scores[last - width]);
    }
    if (score < scores[0] && scores[0] > -BOUND_SCORE) {
      return scores[0] + folded(scores[0] - score, scores[width] - scores[0]);
    }
    return score;
  }

  /**
   * Returns how far inside a score falls that lies outside: as far at first, and never the whole
   * width.
   */
  private static double folded(double beyond, double width) {
    return width * -Math.expm1(-beyond / width);
  }

  double min() {
    return values[0];
  }

  double max() {
    return values[values.length - 1];
  }

  double[] values() {
    return values.clone();
  }

  double[] scores() {
    return scores.clone();
  }

  private static double interpolate(double[] from, double[] to, double x) {
    if (Double.isNaN(x)) {
      throw new IllegalArgumentException("NaN is not on the scale");
    }
    int last = from.length - 1;
    if (x <= from[0] || x >= from[last]) {
      return x <= from[0] ? to[0] : to[last];
    }
    int found = Arrays.binarySearch(from, x);
    if (found >= 0) {
      return to[found];
    }
    int right = -found - 1;
    double share = share(from[right - 1], from[right], x);
    double result = to[right - 1] * (1 - share) + to[right] * share;
    return Math.clamp(result, to[right - 1], to[right]);
  }

  /**
   * Returns how far x is on the way from low to high; halved first where the distance overflows.
   */
  private static double share(double low, double high, double x) {
    double distance = high - low;
    return distance <= Double.MAX_VALUE
        ? (x - low) / distance
        : (x / 2 - low / 2) / (high / 2 - low / 2);
  }
}
