package dev.synth.internal.generate.copula;

import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.stats.StandardNormal;
import java.util.Arrays;

/**
 * A latent standard normal for numbers: straight lines between the numbers' normal scores
 * Φ⁻¹(mid-rank / n), and beyond the outermost ones on with the mean slope.
 */
final class ScoreMargin {
  /** Enough that straight lines between knots don't show, and small in a file. */
  private static final int MOST_KNOTS = 1000;

  private final double[] latents;
  private final double[] values;

  /**
   * A margin through the given points.
   *
   * @param latents strictly rising, finite
   * @param values as many, strictly rising; none where the column has no number
   */
  ScoreMargin(double[] latents, double[] values) {
    if (latents.length != values.length || !isRising(latents) || !isRising(values)) {
      throw new IllegalArgumentException("latents and values must be as many, and rise");
    }
    this.latents = latents.clone();
    this.values = values.clone();
  }

  private static boolean isRising(double[] numbers) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i]) || (i > 0 && !(numbers[i] > numbers[i - 1]))) {
        return false;
      }
    }
    return true;
  }

  /** Learns from a column of numbers; NaN is none. */
  static ScoreMargin fit(MixedRows rows, int column) {
    double[] sorted = new double[rows.count()];
    int count = 0;
    for (int row = 0; row < rows.count(); row++) {
      double value = rows.numbers(row)[column];
      if (!Double.isNaN(value)) {
        sorted[count++] = value;
      }
    }
    sorted = Arrays.copyOf(sorted, count);
    Arrays.sort(sorted);
    double[] latents = new double[count];
    double[] values = new double[count];
    int size = 0;
    for (int start = 0; start < count; ) {
      int end = start;
      while (end < count && sorted[end] == sorted[start]) {
        end++;
      }
      values[size] = sorted[start];
      latents[size++] = StandardNormal.quantile(0.5 * (start + end) / count);
      start = end;
    }
    int[] kept = evenly(size);
    return new ScoreMargin(pick(latents, kept), pick(values, kept));
  }

  /** All positions below a size, or as many of them as there may be knots, ends included. */
  private static int[] evenly(int size) {
    int[] positions = new int[Math.min(size, MOST_KNOTS)];
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          positions.length < 2 ? 0 : (int) ((long) i * (size - 1) / (positions.length - 1));
    }
    return positions;
  }

  private static double[] pick(double[] from, int[] positions) {
    return Arrays.stream(positions).mapToDouble(position -> from[position]).toArray();
  }

  /** Returns a number's latent one; NaN for NaN. */
  double score(double value) {
    return Double.isNaN(value) ? Double.NaN : on(values, latents, value);
  }

  /** Returns the number of a latent one; NaN where the column has none. */
  double value(double latent) {
    return values.length == 0 ? Double.NaN : on(latents, values, latent);
  }

  private static double on(double[] from, double[] to, double x) {
    int last = from.length - 1;
    if (last == 0) {
      return to[0];
    }
    double slope = (to[last] - to[0]) / (from[last] - from[0]);
    if (x <= from[0]) {
      return to[0] + slope * (x - from[0]);
    }
    if (x >= from[last]) {
      return to[last] + slope * (x - from[last]);
    }
    int found = Arrays.binarySearch(from, x);
    int left = found >= 0 ? found : -found - 2;
    return to[left]
        + (to[left + 1] - to[left]) * ((x - from[left]) / (from[left + 1] - from[left]));
  }

  double[] latents() {
    return latents.clone();
  }

  double[] values() {
    return values.clone();
  }
}
