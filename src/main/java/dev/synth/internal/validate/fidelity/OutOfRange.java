package dev.synth.internal.validate.fidelity;

import dev.synth.base.Context;
import dev.synth.internal.stats.Circle;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.validate.Goal;
import java.util.ArrayList;
import java.util.List;

/**
 * The share of synthetic rows with a cell that no real row comes near. Such a cell is a number
 * further outside the rare rows' range than half of the column's spread, or a level or a missing
 * cell that no training row of either class has.
 *
 * <p>In [0, 1]. Fresh real rows have such cells too, now and then, and the floor says how often. Of
 * few rare rows many have a level that the others lack, which is why the other class's levels count
 * as known. A column in which all rare cells are missing is out of range wherever a cell is not.
 * Needs four rows on each side.
 */
public final class OutOfRange implements Metric {
  private static final int MINIMUM_ROWS = 4;
  private static final int ROW_LIMIT = 2_000;

  /**
   * The distance by which a number may lie outside, in spreads. The largest of h values is exceeded
   * by one fresh row in h, but seldom by far.
   */
  private static final double ALLOWANCE = 0.5;

  private static final int PARTS_SHOWN = 20;

  @Override
  public Description description() {
    return new Description(
        "out_of_range",
        "share of rows with a cell far outside the real range, or of an unknown level",
        Goal.LOWER,
        0,
        1,
        "own; the complement of boundary and category adherence, with an allowance",
        "set bounds in data.types and rules, or look at the named columns");
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The share of synthetic rows with any cell that is out of range. A number is where it lies"
            + " further outside the rare rows' range than half of the column's spread, the distance"
            + " of its 5 % and 95 % quantiles. A level is where no real row of either class has it,"
            + " and a missing cell where none misses one. 0: no row has one; 1: all rows have.",
        "A constant column allows nothing but its value. Fresh rows of rare levels and heavy tails"
            + " are out of range now and then, which the floor holds. Of the other class, 10,000"
            + " training rows are asked at most.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT).showing(PARTS_SHOWN);
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return compute(real, List.of(synthetic), context).getFirst();
  }

  @Override
  public List<MetricOutcome> compute(Sample real, List<Sample> others, Context context) {
    Sample otherClass = real.majority();
    List<Range> ranges = new ArrayList<>();
    for (int column = 0; column < real.columnCount(); column++) {
      double[] known = otherClass == null ? new double[0] : otherClass.values(column);
      ranges.add(Range.of(real.columns().get(column), real.values(column), known));
    }
    return others.stream().map(other -> outside(ranges, other)).toList();
  }

  private static MetricOutcome outside(List<Range> ranges, Sample synthetic) {
    boolean[] out = new boolean[synthetic.rowCount()];
    List<MetricOutcome.Part> parts = new ArrayList<>();
    for (int column = 0; column < ranges.size(); column++) {
      double[] values = synthetic.values(column);
      int count = 0;
      for (int row = 0; row < out.length; row++) {
        if (ranges.get(column).excludes(values[row])) {
          out[row] = true;
          count++;
        }
      }
      String name = synthetic.columns().get(column).name();
      parts.add(new MetricOutcome.Part(name, (double) count / out.length));
    }
    int rows = 0;
    for (boolean any : out) {
      rows += any ? 1 : 0;
    }
    return new MetricOutcome.Value((double) rows / out.length, parts);
  }

  /** The range that a column's real cells allow. */
  private static final class Range {
    private final boolean missing;
    private final double low;
    private final double high;
    private final double turn;
    private final boolean[] levels;

    private Range(boolean missing, double low, double high, double turn, boolean[] levels) {
      this.missing = missing;
      this.low = low;
      this.high = high;
      this.turn = turn;
      this.levels = levels;
    }

    /** Numbers keep to the rare rows' range; levels and gaps to those of either class. */
    static Range of(SampleColumn column, double[] rare, double[] others) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (double value : rare) {
        if (!Double.isNaN(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
      boolean missing = false;
      boolean[] levels = new boolean[column.levels().size()];
      for (double[] real : List.of(rare, others)) {
        for (double value : real) {
          missing |= Double.isNaN(value);
          if (value >= 0 && levels.length > 0) {
            levels[(int) value] = true;
          }
        }
      }
      double allowance = ALLOWANCE * column.spread();
      Circle circle = column.circle();
      double turn = circle == null ? Double.POSITIVE_INFINITY : circle.circumference();
      return new Range(missing, low - allowance, high + allowance, turn, levels);
    }

    boolean excludes(double value) {
      if (Double.isNaN(value)) {
        return !missing;
      }
      if (levels.length > 0) {
        return !levels[(int) value];
      }
      return value < low || (value > high && value < low + turn);
    }
  }
}
