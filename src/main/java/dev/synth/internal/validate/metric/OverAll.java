package dev.synth.internal.validate.metric;

import java.util.List;

/**
 * A metric's value over all rows of both sides.
 *
 * @param value the value
 * @param nullDistributions what its parts follow where both sides are from one distribution; none
 *     where the metric brings its floor itself
 * @param realRows how many real rows it saw
 * @param syntheticRows how many rows to judge it saw
 */
public record OverAll(
    MetricOutcome value,
    List<NullDistribution> nullDistributions,
    long realRows,
    long syntheticRows) {
  public OverAll {
    nullDistributions = List.copyOf(nullDistributions);
  }

  /** A value over all rows that are summed. */
  public static OverAll of(
      MetricOutcome value,
      List<NullDistribution> nullDistributions,
      RowSums real,
      RowSums synthetic) {
    return new OverAll(value, nullDistributions, real.rows(), synthetic.rows());
  }
}
