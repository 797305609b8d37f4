package dev.synth.validate.privacy;

import dev.synth.base.Context;
import dev.synth.validate.Goal;
import dev.synth.validate.Metric;
import dev.synth.validate.Outcome;
import dev.synth.validate.Sample;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The share of synthetic rows that equal a real row, beyond the share of real rows that equal
 * another real row: in [−1, 1], 0 where synthetic rows repeat real ones no more than real rows
 * repeat each other, 1 where every synthetic row is a copy.
 *
 * <p>Rows are equal when all cells agree after rounding to the column's step (its decimals, whole
 * seconds or days); missing equals missing. A constant column agrees always. A table of few
 * combinations repeats itself, which the subtraction allows for: a fresh row meets an equal one
 * about as often as a real row another. Works from two rows on each side.
 */
public final class ExactCopies implements Metric {
  private static final int MINIMUM_ROWS = 2;
  private static final int ROW_LIMIT = 2_000;

  @Override
  public Description description() {
    return new Description(
        "exact_copies",
        "exact copies of real rows, beyond what real rows repeat",
        Goal.LOWER,
        -1,
        1,
        "share of synthetic rows equal to a real row, minus that of real rows, after rounding",
        "train for fewer steps, or draw with more noise (generator.latent_noise)");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The share of synthetic rows that equal a real row in every cell, after rounding to the"
            + " column's step (its decimals, whole seconds or days), minus the share of real rows"
            + " that equal another real row. 0: no more than real rows repeat each other; 1: all"
            + " are copies.",
        "Missing equals missing; constant columns agree always. A table of few combinations"
            + " repeats itself, and only the excess counts. It says nothing of copies with noise:"
            + " `near_copies` does.");
  }

  @Override
  public Protocol protocol() {
    return new Protocol(
        Protocol.DRAWS,
        MINIMUM_ROWS,
        ROW_LIMIT,
        Integer.MAX_VALUE,
        Band.EMPIRICAL,
        Scope.ALL_ROWS,
        0);
  }

  @Override
  public Outcome compute(Sample real, Sample synthetic, Context context) {
    Map<RowKey, Integer> counts = new HashMap<>();
    RowKey[] realKeys = RowKey.of(real);
    for (RowKey key : realKeys) {
      counts.merge(key, 1, Integer::sum);
    }
    double copies = shareWithCount(RowKey.of(synthetic), counts, 1);
    return Outcome.Value.of(copies - shareWithCount(realKeys, counts, 2));
  }

  private static double shareWithCount(RowKey[] keys, Map<RowKey, Integer> counts, int least) {
    int found = 0;
    for (RowKey key : keys) {
      found += counts.getOrDefault(key, 0) >= least ? 1 : 0;
    }
    return (double) found / keys.length;
  }

  /** A row after rounding; rows with equal cells have equal keys. */
  private static final class RowKey {
    private final double[] steps;

    private RowKey(double[] steps) {
      this.steps = steps;
    }

    static RowKey[] of(Sample sample) {
      RowKey[] keys = new RowKey[sample.rowCount()];
      for (int row = 0; row < keys.length; row++) {
        double[] steps = new double[sample.columnCount()];
        for (int column = 0; column < steps.length; column++) {
          double step = sample.columns().get(column).step();
          steps[column] = Math.rint(sample.values(column)[row] / step) + 0.0; // not -0.0
        }
        keys[row] = new RowKey(steps);
      }
      return keys;
    }

    /** Arrays.equals compares bits, so that missing equals missing. */
    @Override
    public boolean equals(Object other) {
      return other instanceof RowKey key && Arrays.equals(steps, key.steps);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(steps);
    }
  }
}
