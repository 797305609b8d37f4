package dev.synth.internal.compare;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.stats.IsotonicRegression;

/**
 * A curve that never falls, through means at a few sizes: their {@link IsotonicRegression}. Between
 * two sizes it is linear in the logarithm of the size, as more rows help ever less.
 */
final class RisingCurve {
  private final double[] sizes;
  private final double[] values;

  private RisingCurve(double[] sizes, double[] values) {
    this.sizes = sizes;
    this.values = values;
  }

  /**
   * Fits the curve.
   *
   * @param sizes at least one, rising, each above 0; not copied
   * @param means one a size, finite
   */
  static RisingCurve of(double[] sizes, double[] means) {
    if (sizes.length == 0 || sizes.length != means.length || !(sizes[0] > 0)) {
      throw new IllegalArgumentException(
          PlainText.of("%d means at %d sizes", means.length, sizes.length));
    }
    for (int i = 1; i < sizes.length; i++) {
      if (!(sizes[i] > sizes[i - 1])) {
        throw new IllegalArgumentException(
            PlainText.of("size %s does not follow %s", sizes[i], sizes[i - 1]));
      }
    }
    return new RisingCurve(sizes, IsotonicRegression.fit(means));
  }

  /** Returns the curve's value at the size of an index. */
  double value(int index) {
    return values[index];
  }

  /**
   * Returns the smallest size at which the curve has reached a value; the first size for values
   * below the curve, the last for values above it.
   */
  double sizeOf(double value) {
    int last = sizes.length - 1;
    if (!(value > values[0]) || value > values[last]) {
      return value > values[0] ? sizes[last] : sizes[0];
    }
    int reached = 1;
    while (values[reached] < value) {
      reached++;
    }
    double share = (value - values[reached - 1]) / (values[reached] - values[reached - 1]);
    return share == 1 ? sizes[reached] : between(sizes[reached - 1], sizes[reached], share);
  }

  private static double between(double low, double high, double share) {
    return low * StrictMath.exp(share * StrictMath.log(high / low));
  }
}
