package dev.synth.internal.validate.metric;

import dev.synth.internal.stats.Quantiles;
import java.util.Arrays;

/** The asymptotic null distribution of a part of a metric, a column or a pair: its distribution. */
public final class NullDistribution {
  private final String part;
  private final double[] sorted;

  /**
   * A null distribution.
   *
   * @param part the part's name, as in {@link MetricOutcome.Part}
   * @param values evenly spaced quantiles or many draws of the distribution, at least one, in any
   *     order
   */
  public NullDistribution(String part, double[] values) {
    this.part = part;
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  public String part() {
    return part;
  }

  /** Returns a quantile; the probability is in [0, 1]. */
  public double quantile(double probability) {
    return Quantiles.of(sorted, probability);
  }
}
