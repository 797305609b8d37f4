package dev.synth.internal.validate.privacy;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Goal;

/**
 * Near copies: the share of synthetic rows that lie within a twentieth of the usual distance of
 * neighbours from a training row, beyond the share of real rows that do.
 *
 * <p>The usual distance is the median from a real row to the nearest other one, by Gower's
 * distance. In [−1, 1]: 0 where synthetic rows lie no nearer to real ones than real ones to each
 * other, 1 where all are copies, exact or with a little noise. It sees a few copies among many good
 * rows, which the median of {@link ClosestRecord} doesn't.
 */
public final class NearCopies implements Metric {
  private static final int MINIMUM_ROWS = 4;
  private static final int VALUE_ROW_LIMIT = 200_000;

  /**
   * Half of the rows of SMOTE lie within a quarter of the way to a neighbour, a tenth of them
   * within a twentieth: below it, noise hides hardly anything.
   */
  private static final double NEAR = 0.05;

  @Override
  public Description description() {
    return new Description(
        "near_copies",
        "near copies of real rows, beyond what real rows repeat",
        Goal.LOWER,
        -1,
        1,
        "share of rows whose distance to closest record (Park et al. 2018) is nearly 0",
        NearestNeighbourMetric.REMEDY);
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The share of synthetic rows that are near a training row, minus the share of real rows"
            + " that are as near to another. Near is closer than a twentieth of the median distance"
            + " between real neighbours (Gower's distance). Says how many rows are copies but for"
            + " noise. It does not say that the others are safe: a row can be further away and"
            + " still reveal whom it was learned from.",
        "Its floor draws both sides from real rows' distances. Up to 200,000 training rows are"
            + " searched and up to 2,000 rows looked for on each side. Skipped where no column is"
            + " continuous, or where half of the real rows have an equal one: then"
            + " `identical_match_share` counts.");
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
        usual ->
            (ofReal, others) ->
                shareWithin(NEAR * usual, others) - shareWithin(NEAR * usual, ofReal));
  }

  private static double shareWithin(double limit, double[] distances) {
    int within = 0;
    for (double distance : distances) {
      within += distance < limit ? 1 : 0;
    }
    return (double) within / distances.length;
  }
}
