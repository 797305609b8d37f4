package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.validate.distance.GowerSpace;
import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;

/**
 * The distance to the closest record: the median distance from a synthetic row to the nearest real
 * row, divided by the median distance from a real row to the nearest other real row.
 *
 * <p>In [0, ∞), by {@link GowerSpace}. 1: synthetic rows lie as far from real rows as real rows
 * from one another. Near 0: copies, or copies with a little noise. Far above 1: rows where no real
 * ones are. It is known to miss leaks of single rows, so a good value proves nothing by itself.
 *
 * <p>Skipped where no column is continuous, since among few combinations rows meet by chance.
 * Skipped too where half of the real rows have an equal one, since there is no distance to divide
 * by. Needs four rows on each side.
 */
public final class ClosestRecord implements Metric {
  private static final int MINIMUM_ROWS = 4;

  private static final int VALUE_ROW_LIMIT = 200_000;

  @Override
  public Description description() {
    return new Description(
        "dcr",
        "distance to the closest real row, relative to real rows among themselves",
        Goal.CLOSE_TO_FLOOR,
        0,
        Double.POSITIVE_INFINITY,
        "distance to closest record (Park et al. 2018) over Gower's (1971) distance, as a ratio",
        NearestNeighbourMetric.REMEDY);
  }

  @Override
  public String streamId() {
    return "closest_record"; // frozen
  }

  /** Rows far from all real ones give nobody away; metrics of likeness see them. */
  @Override
  public BadSide badSide() {
    return BadSide.LOW;
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The median distance from a synthetic row to the nearest real row, over that from a real"
            + " row to the nearest other real row. 1: as far as real rows from one another; near 0:"
            + " copies with a little noise. The distance of two rows is Gower's: the mean over"
            + " columns of min(1, |a − b| / spread) for numbers and of 0 or 1 for levels.",
        "Both cells missing: 0; one: 1. Skipped where no column is continuous, or at least half of"
            + " the real rows have an equal one. At most 2,000 rows of each side look for their"
            + " nearest, among at most 200,000 real rows.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, VALUE_ROW_LIMIT);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return RecordDistances.outcome(
        real,
        synthetic,
        context,
        usual -> (ofReal, others) -> Medians.median(others) / Medians.median(ofReal));
  }
}
