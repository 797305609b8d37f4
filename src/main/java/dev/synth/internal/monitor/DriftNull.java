package dev.synth.internal.monitor;

import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.StudentT;
import java.util.Arrays;
import java.util.List;

/** The distribution of a statistic where nothing has changed. */
sealed interface DriftNull {
  /** Returns how likely so large a value is where nothing has changed, in (0, 1]. */
  double p(double value);

  /** Returns the smallest value whose p is at most the level. */
  double least(double level);

  /** Returns the middle of what it is where nothing has changed. */
  double usual();

  /**
   * The values of past windows, one of which the new one would be: (x − mean) / (deviation · √(1 +
   * 1/K)) is Student's t with K − 1 degrees of freedom, where the values are normal. Distances are
   * not quite; what that does to the level is measured (docs/monitoring.md).
   *
   * @param mean of the K values, or of their logarithms
   * @param deviation of the same, at least a tenth of the mean value
   * @param windows K, at least 2
   * @param isRatio whether logarithms are taken, and small values are unlikely, too
   */
  record OfWindows(double mean, double deviation, int windows, boolean isRatio)
      implements DriftNull {
    private static final double LEAST_DEVIATION = 0.1;

    /** Takes the values of past windows for distances. */
    static OfWindows ofDistances(List<Double> values) {
      double mean = Moments.mean(values);
      double deviation = Moments.standardDeviation(values);
      double least = Math.max(LEAST_DEVIATION * mean, Double.MIN_NORMAL);
      return new OfWindows(mean, Math.max(least, deviation), values.size(), false);
    }

    /** Takes the values of past windows for ratios, all above 0. */
    static OfWindows ofRatios(List<Double> values) {
      List<Double> logs = values.stream().map(StrictMath::log).toList();
      double deviation = Math.max(LEAST_DEVIATION, Moments.standardDeviation(logs));
      return new OfWindows(Moments.mean(logs), deviation, logs.size(), true);
    }

    private double scale() {
      return deviation * Math.sqrt(1 + 1.0 / windows);
    }

    private StudentT distribution() {
      return new StudentT(windows - 1.0);
    }

    @Override
    public double p(double value) {
      double t = ((isRatio ? StrictMath.log(value) : value) - mean) / scale();
      double tail = distribution().twoSidedTail(t);
      return isRatio ? tail : t > 0 ? tail / 2 : 1 - tail / 2;
    }

    @Override
    public double least(double level) {
      double tail = isRatio ? level / 2 : level;
      double value = mean + distribution().quantile(1 - tail) * scale();
      return isRatio ? StrictMath.exp(value) : value;
    }

    @Override
    public double usual() {
      return isRatio ? StrictMath.exp(mean) : mean;
    }
  }

  /**
   * The values of windows that were drawn from past days.
   *
   * @param sorted rising, at least one; shared
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record OfDraws(double[] sorted) implements DriftNull {
    static OfDraws of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new OfDraws(sorted);
    }

    @Override
    public double p(double value) {
      int found = Arrays.binarySearch(sorted, value);
      int below = found >= 0 ? found : -found - 1;
      while (below > 0 && sorted[below - 1] == value) {
        below--;
      }
      return (sorted.length - below + 1.0) / (sorted.length + 1.0);
    }

    @Override
    public double least(double level) {
      int above = (int) Math.floor(level * (sorted.length + 1.0)) - 1;
      return above < 0 ? 1 : sorted[sorted.length - 1 - Math.min(above, sorted.length - 1)];
    }

    @Override
    public double usual() {
      return sorted[sorted.length / 2];
    }
  }
}
