package dev.synth.internal.validate.plot;

import dev.synth.internal.stats.KolmogorovSmirnov;
import dev.synth.internal.stats.Kuiper;
import dev.synth.internal.stats.Present;
import dev.synth.internal.stats.Quantiles;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.internal.validate.plot.DataPlot.ColumnOverview;
import dev.synth.internal.validate.plot.DataPlot.Drift;
import dev.synth.internal.validate.plot.DataPlot.Shift;
import dev.synth.internal.validate.plot.DataPlot.TimeBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Looks the training rows over: what is missing, skewed, repeated or changing. */
final class DataSurvey {
  private static final int BLOCKS = 12;
  private static final int FEWEST_BLOCK_ROWS = 100;
  private static final int FEWEST_VALUES = 20;
  private static final int MOST_SHIFTS = 10;

  private final Sample rare;
  private final @Nullable Sample majority;
  private final int rows;
  private final int rareRows;

  /**
   * A survey.
   *
   * @param rare rare training rows
   * @param majority training rows of the other class, or null
   * @param rows how many training rows there are
   * @param rareRows how many of them are rare
   */
  DataSurvey(Sample rare, @Nullable Sample majority, int rows, int rareRows) {
    this.rare = rare;
    this.majority = majority == null || majority.rowCount() == 0 ? null : majority;
    this.rows = rows;
    this.rareRows = rareRows;
  }

  /**
   * Returns what there is to see.
   *
   * @param order the columns to describe, in their order
   */
  DataPlot plot(int[] order) {
    Set<RowKey> ofRare = new HashSet<>();
    int rareCopies = copies(rare, ofRare);
    int majorityCopies = 0;
    int twoLabels = 0;
    if (majority != null) {
      Set<RowKey> others = new HashSet<>();
      majorityCopies = copies(majority, others);
      for (int row = 0; row < rare.rowCount(); row++) {
        twoLabels += others.contains(RowKey.of(rare, row)) ? 1 : 0;
      }
    }
    return new DataPlot(
        rows,
        rareRows,
        rareCopies,
        majorityCopies,
        twoLabels,
        Arrays.stream(order).mapToObj(this::column).toList(),
        drift());
  }

  private static int copies(Sample sample, Set<RowKey> seen) {
    int copies = 0;
    for (int row = 0; row < sample.rowCount(); row++) {
      copies += seen.add(RowKey.of(sample, row)) ? 0 : 1;
    }
    return copies;
  }

  /** A row's cells, equal where all of them are; missing equals missing. */
  private static final class RowKey {
    private final double[] cells;

    private RowKey(double[] cells) {
      this.cells = cells;
    }

    static RowKey of(Sample sample, int row) {
      double[] cells = new double[sample.columnCount()];
      for (int column = 0; column < cells.length; column++) {
        cells[column] = sample.values(column)[row] + 0.0; // -0.0 and 0.0 are one value
      }
      return new RowKey(cells);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof RowKey key && Arrays.equals(cells, key.cells);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(cells);
    }
  }

  private ColumnOverview column(int column) {
    SampleColumn kind = rare.columns().get(column);
    double[] values = Present.sorted(rare.values(column));
    int distinct = 0;
    int longest = 0;
    int run = 0;
    for (int i = 0; i < values.length; i++) {
      boolean isNew = i == 0 || values[i] != values[i - 1];
      distinct += isNew ? 1 : 0;
      run = isNew ? 1 : run + 1;
      longest = Math.max(longest, run);
    }
    boolean showsTop = longest >= FewRows.LEAST;
    return new ColumnOverview(
        kind.name(),
        kind.kind(),
        missing(rare, column),
        majority == null ? null : (Double) missing(majority, column),
        distinct,
        kind.kind() == SampleColumn.Kind.NUMBER ? skew(values) : null,
        showsTop ? (Double) ChartNumbers.share((double) longest / rare.rowCount()) : null,
        majority == null
            ? null
            : ChartNumbers.shareOrNull(
                distance(kind, rare.values(column), majority.values(column))));
  }

  private static double missing(Sample sample, int column) {
    long missing = Arrays.stream(sample.values(column)).filter(Double::isNaN).count();
    return ChartNumbers.share((double) missing / Math.max(1, sample.rowCount()));
  }

  /** Bowley's skewness: (q75 + q25 − 2·median) / (q75 − q25). */
  private static @Nullable Double skew(double[] sorted) {
    if (sorted.length < FEWEST_VALUES) {
      return null;
    }
    double low = Quantiles.of(sorted, 0.25);
    double high = Quantiles.of(sorted, 0.75);
    double middle = Quantiles.of(sorted, 0.5);
    return high > low ? ChartNumbers.shareOrNull((high + low - 2 * middle) / (high - low)) : null;
  }

  /** The distance of two sides of a column; NaN where either has too few values. */
  private static double distance(SampleColumn kind, double[] one, double[] other) {
    if (!kind.isNumber()) {
      return TotalVariation.ofCounts(counts(kind, one), counts(kind, other));
    }
    long values =
        Math.min(
            Arrays.stream(one).filter(value -> !Double.isNaN(value)).count(),
            Arrays.stream(other).filter(value -> !Double.isNaN(value)).count());
    return values < FEWEST_VALUES
        ? Double.NaN
        : kind.circle() == null
            ? KolmogorovSmirnov.distance(one, other)
            : Kuiper.distance(one, other);
  }

  private static int[] counts(SampleColumn kind, double[] values) {
    int[] counts = new int[kind.levels().size() + 2];
    for (double value : values) {
      int place =
          Double.isNaN(value) ? counts.length - 1 : value < 0 ? counts.length - 2 : (int) value;
      counts[place]++;
    }
    return counts;
  }

  private @Nullable Drift drift() {
    int time = timeColumn();
    if (time < 0 || majority == null) {
      return null;
    }
    double[] moments = Present.sorted(majority.values(time));
    if (moments.length < FEWEST_BLOCK_ROWS) {
      return null;
    }
    double from = Quantiles.of(moments, 0.01);
    double width = (Quantiles.of(moments, 0.99) - from) / BLOCKS;
    if (!(width > 0)) {
      return null;
    }
    return new Drift(
        rare.columns().get(time).name(),
        blocks(majority, time, from, width),
        shifts(majority, time, Quantiles.of(moments, 0.5)));
  }

  private int timeColumn() {
    return IntStream.range(0, rare.columnCount())
        .filter(column -> rare.columns().get(column).kind() == SampleColumn.Kind.TIME)
        .findFirst()
        .orElse(-1);
  }

  /** Stretches of equal length, of which neighbours join until each has five rare rows. */
  private List<TimeBlock> blocks(Sample others, int time, double from, double width) {
    int[] ofRare = byTime(rare.values(time), from, width);
    int[] ofOthers = byTime(others.values(time), from, width);
    // Both sides may be samples; what is said is about all training rows.
    double rareFactor = (double) rareRows / Math.max(1, rare.rowCount());
    double factor = (double) (rows - rareRows) / others.rowCount();
    List<TimeBlock> blocks = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= BLOCKS; end++) {
      int left = IntStream.range(end, BLOCKS).map(block -> ofRare[block]).sum();
      int count = IntStream.range(start, end).map(block -> ofRare[block]).sum();
      boolean enough = count >= FewRows.LEAST && left >= FewRows.LEAST;
      if (enough || (end == BLOCKS && count >= FewRows.LEAST)) {
        int beside = IntStream.range(start, end).map(block -> ofOthers[block]).sum();
        long rareCount = Math.round(count * rareFactor);
        blocks.add(
            new TimeBlock(
                seconds(from + start * width),
                seconds(from + end * width),
                Math.round(beside * factor) + rareCount,
                (int) rareCount));
        start = end;
      }
    }
    return blocks;
  }

  private static long seconds(double micros) {
    return Math.round(micros / 1e6) * 1_000_000;
  }

  private static int[] byTime(double[] moments, double from, double width) {
    int[] counts = new int[BLOCKS];
    for (double moment : moments) {
      if (!Double.isNaN(moment)) {
        counts[(int) Math.clamp(Math.floor((moment - from) / width), 0, BLOCKS - 1)]++;
      }
    }
    return counts;
  }

  private static List<Shift> shifts(Sample others, int time, double middle) {
    double[] moments = others.values(time);
    Sample early = others.rows(where(moments, value -> value <= middle));
    Sample late = others.rows(where(moments, value -> value > middle));
    List<Shift> shifts = new ArrayList<>();
    for (int column = 0; column < others.columnCount(); column++) {
      SampleColumn kind = others.columns().get(column);
      double distance =
          column == time ? Double.NaN : distance(kind, early.values(column), late.values(column));
      if (Double.isFinite(distance)) {
        boolean circle = kind.circle() != null;
        double noise = ColumnPlotter.noise(circle, early.rowCount(), late.rowCount());
        shifts.add(new Shift(kind.name(), ChartNumbers.share(distance), noise));
      }
    }
    shifts.sort(Comparator.comparingDouble(shift -> shift.noise() - shift.distance()));
    return shifts.subList(0, Math.min(shifts.size(), MOST_SHIFTS));
  }

  private interface Test {
    boolean holds(double value);
  }

  private static int[] where(double[] values, Test test) {
    return IntStream.range(0, values.length).filter(row -> test.holds(values[row])).toArray();
  }
}
