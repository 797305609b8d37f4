package dev.synth.internal.validate.metric;

import java.util.List;

/**
 * A metric's value over all rows of both sides.
 *
 * @param value the value
 * @param laws what its parts follow where both sides are from one distribution; none where the
 *     metric brings its floor itself
 * @param realRows how many real rows it saw
 * @param syntheticRows how many rows to judge it saw
 */
public record OverAll(
    MetricOutcome value, List<NullDistribution> laws, long realRows, long syntheticRows) {
  public OverAll {
    laws = List.copyOf(laws);
  }

  /** A value over all rows that are summed. */
  public static OverAll of(
      MetricOutcome value, List<NullDistribution> laws, RowSums real, RowSums synthetic) {
    return new OverAll(value, laws, real.rows(), synthetic.rows());
  }
}
