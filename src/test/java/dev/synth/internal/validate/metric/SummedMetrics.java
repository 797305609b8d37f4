package dev.synth.internal.validate.metric;

import dev.synth.internal.validate.fidelity.Aggregation;
import dev.synth.internal.validate.fidelity.ColumnMetric;
import dev.synth.internal.validate.fidelity.PairMetric;
import java.util.List;

/** The metrics that have null distributions, and values over all rows by sums. */
public final class SummedMetrics {
  private SummedMetrics() {}

  /** Returns them, as means over columns or pairs. */
  public static List<Metric> all() {
    return List.of(
        ColumnMetric.kolmogorovSmirnov(Aggregation.MEAN),
        ColumnMetric.totalVariation(Aggregation.MEAN),
        ColumnMetric.wasserstein(Aggregation.MEAN),
        ColumnMetric.missingRate(Aggregation.MEAN),
        PairMetric.contingency(Aggregation.MEAN));
  }
}
