package dev.synth.internal.monitor;

import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.StudentT;
import java.util.Arrays;
import java.util.List;

/** What a statistic is like where nothing has changed. */
sealed interface Null {
  /** Returns how likely so large a value is where nothing has changed, in (0, 1]. */
  double p(double value);

  /** Returns the smallest value whose p is at most the level. */
  double least(double level);

  /** Returns the middle of what it is where nothing has changed. */
  double usual();

  /**
   * The values of past windows, one of which the new one would be: (x − mean) / (deviation · √(1 +
   * 1/K)) is Student's t with K − 1 degrees of freedom, where the values are normal. Distances are
   * not, but their logarithms are skewed to the left, so that the test errs to the quiet side.
   *
   * @param mean of the K values, on a logarithmic scale
   * @param deviation of the values, at least {@value #LEAST_DEVIATION}
   * @param windows K, at least 2
   * @param shift added to a value before its logarithm is taken, 0 or more
   * @param isTwoSided whether small values are unlikely, too
   */
  record OfWindows(double mean, double deviation, int windows, double shift, boolean isTwoSided)
      implements Null {
    /** Values that differ by less than a tenth are taken to differ by as much. */
    private static final double LEAST_DEVIATION = 0.1;

    static OfWindows of(List<Double> values, double shift, boolean isTwoSided) {
      List<Double> logs = values.stream().map(value -> StrictMath.log(value + shift)).toList();
      return new OfWindows(
          Moments.mean(logs),
          Math.max(LEAST_DEVIATION, Moments.standardDeviation(logs)),
          logs.size(),
          shift,
          isTwoSided);
    }

    private double scale() {
      return deviation * Math.sqrt(1 + 1.0 / windows);
    }

    private StudentT distribution() {
      return new StudentT(windows - 1.0);
    }

    @Override
    public double p(double value) {
      double t = (StrictMath.log(value + shift) - mean) / scale();
      double tail = distribution().twoSidedTail(t);
      return isTwoSided ? tail : t > 0 ? tail / 2 : 1 - tail / 2;
    }

    @Override
    public double least(double level) {
      double tail = isTwoSided ? level / 2 : level;
      return StrictMath.exp(mean + distribution().quantile(1 - tail) * scale()) - shift;
    }

    @Override
    public double usual() {
      return StrictMath.exp(mean) - shift;
    }
  }

  /**
   * The values of windows that were drawn from past days.
   *
   * @param sorted rising, at least one; shared
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record OfDraws(double[] sorted) implements Null {
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
