package dev.synth.validate.privacy;

import dev.synth.base.Context;
import dev.synth.validate.Goal;
import dev.synth.validate.Metric;
import dev.synth.validate.Outcome;
import dev.synth.validate.Sample;
import dev.synth.validate.SampleColumn;
import java.util.Arrays;

/**
 * The distance to the closest record: the median distance from a synthetic row to the nearest real
 * row, divided by the median distance from a real row to the nearest other real row.
 *
 * <p>In [0, ∞), by {@link MixedDistance}. 1: synthetic rows lie as far from real rows as real rows
 * from one another. Near 0: copies, or copies with a little noise. Far above 1: rows where no real
 * ones are. It is known to miss leaks of single rows, so a good value proves nothing by itself.
 *
 * <p>Skipped where no column is continuous, since among few combinations rows meet by chance, and
 * where half of the real rows have an equal one, since there is no distance to divide by. Needs
 * four rows on each side.
 */
public final class ClosestRecord implements Metric {
  private static final int MINIMUM_ROWS = 4;

  /** 100 rows a side keep 400 draws of a quadratic search well under a second. */
  private static final int ROW_LIMIT = 100;

  /** The error of a median over 2,000 distances is about one percent of their spread. */
  private static final int VALUE_ROW_LIMIT = 2_000;

  @Override
  public Description description() {
    return new Description(
        "closest_record",
        "distance to the closest real row, relative to real rows among themselves",
        Goal.CLOSE_TO_FLOOR,
        0,
        Double.POSITIVE_INFINITY,
        "distance to closest record (Park et al. 2018) over Gower's (1971) distance, as a ratio",
        "draw with more noise (generator.latent_noise) or train for fewer steps");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The median distance from a synthetic row to the nearest real row, over the median distance"
            + " from a real row to the nearest other real row. 1: as far as real rows from one"
            + " another; near 0: copies with a little noise. The distance of two rows is Gower's:"
            + " the mean over columns of min(1, |a − b| / spread) for numbers and of 0 or 1 for"
            + " levels.",
        "Both cells missing: 0; one: 1. Skipped where no column is continuous, or at least half of"
            + " the real rows have an equal one.");
  }

  @Override
  public Protocol protocol() {
    return new Protocol(
        Protocol.DRAWS,
        MINIMUM_ROWS,
        ROW_LIMIT,
        VALUE_ROW_LIMIT,
        Band.EMPIRICAL,
        Scope.ALL_ROWS,
        0);
  }

  @Override
  public Outcome compute(Sample real, Sample synthetic, Context context) {
    if (real.columns().stream().noneMatch(SampleColumn::continuous)) {
      return new Outcome.Skipped(
          "no column is continuous, so that near rows are no sign of copying");
    }
    MixedDistance distance = new MixedDistance(real);
    double[][] realRows = MixedDistance.rows(real);
    double[][] syntheticRows = MixedDistance.rows(synthetic);
    double[] amongReal = new double[realRows.length];
    for (int row = 0; row < realRows.length; row++) {
      amongReal[row] = distance.nearest(realRows[row], realRows, row);
    }
    double reference = median(amongReal);
    if (!(reference > 0)) {
      return new Outcome.Skipped("at least half of the real rows have an equal row");
    }
    double[] toReal = new double[syntheticRows.length];
    for (int row = 0; row < syntheticRows.length; row++) {
      toReal[row] = distance.nearest(syntheticRows[row], realRows, -1);
    }
    return Outcome.Value.of(median(toReal) / reference);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
