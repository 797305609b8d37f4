package dev.synth.internal.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.internal.validate.metric.ColumnPairs;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import dev.synth.validate.SkipReason.Cause;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The share of synthetic rows with a pair of levels, in two columns, that no real row has.
 *
 * <p>In [0, 1]; 0 where every pair is known. Missing is a level of its own. Fresh real rows bring
 * new pairs too, the more so the more levels there are, and the floor says how often. Skipped where
 * there are not two columns of levels. Needs four rows on each side.
 */
public final class InventedPairs implements Metric {
  private static final int MINIMUM_ROWS = 4;
  private static final int ROW_LIMIT = 2_000;
  private static final int PARTS_SHOWN = 20;

  /** Stands for a missing cell; levels are numbered from 0, and -1 is none of them. */
  private static final long MISSING = -2;

  @Override
  public Description description() {
    return new Description(
        "invented_pairs",
        "share of rows with a pair of levels that no real row has",
        Goal.LOWER,
        0,
        1,
        "own; the complement of what a fixed-combinations rule allows, pair by pair",
        "choose a kind that invents none (smote-nc, forest, mgs), or forbid pairs by rules");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The share of synthetic rows in which any two columns of levels hold a pair that none of"
            + " the real rows holds. 0: every pair is known; 1: each row has an unknown one."
            + ColumnPairs.DRAWN,
        "Missing is a level. A constant column makes no new pair by itself. Read it beside the"
            + " floor: fresh real rows bring new pairs too. Skipped without two columns of"
            + " levels.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.ALL_ROWS, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(Integer.MAX_VALUE)
        .showing(PARTS_SHOWN);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    ColumnPairs pairs = real.levelPairs();
    if (pairs.count() == 0) {
      return MetricOutcome.Skipped.because(Cause.NO_TWO_COLUMNS_OF_LEVELS);
    }
    boolean[] invented = new boolean[synthetic.rowCount()];
    List<MetricOutcome.Part> parts = new ArrayList<>();
    for (int pair = 0; pair < pairs.count(); pair++) {
      context.cancellation().check();
      int count = mark(pairs.first(pair), pairs.second(pair), real, synthetic, invented);
      parts.add(new MetricOutcome.Part(pairs.name(pair), (double) count / invented.length));
    }
    long rows = IntStream.range(0, invented.length).filter(row -> invented[row]).count();
    return new MetricOutcome.Value((double) rows / invented.length, parts);
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    return real.levelPairs().findings();
  }

  /** Marks the rows whose pair is unknown, and returns how many they are. */
  private static int mark(
      int first, int second, Sample real, Sample synthetic, boolean[] invented) {
    Set<Long> known = new HashSet<>();
    for (int row = 0; row < real.rowCount(); row++) {
      known.add(pair(real.values(first)[row], real.values(second)[row]));
    }
    int count = 0;
    for (int row = 0; row < invented.length; row++) {
      if (!known.contains(pair(synthetic.values(first)[row], synthetic.values(second)[row]))) {
        invented[row] = true;
        count++;
      }
    }
    return count;
  }

  private static long pair(double first, double second) {
    return (level(first) << Integer.SIZE) ^ (level(second) & 0xffffffffL);
  }

  private static long level(double value) {
    return Double.isNaN(value) ? MISSING : (long) value;
  }
}
