package dev.synth.internal.monitor;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.bundle.Bins;
import dev.synth.internal.bundle.FittedReference;
import dev.synth.table.Cells;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** A random sample of each day's rows, as plain numbers. */
final class DaySample {
  private static final int SAMPLE_ROWS_A_DAY = 300;

  private final FittedReference reference;
  private final TreeMap<Long, RandomStream> draws = new TreeMap<>();

  DaySample(FittedReference reference) {
    this.reference = reference;
  }

  /**
   * One row.
   *
   * @param features the block that it is in
   * @param bins the bins of each column of the block
   * @param index the row's place in the block
   */
  record Row(Table features, List<int[]> bins, int index) {}

  /** Keeps every row of a day with the same probability (Vitter's algorithm R, 1985). */
  void offer(long day, WindowCounts counts, Row row) {
    List<double[]> sample = counts.sample();
    if (sample.size() < SAMPLE_ROWS_A_DAY) {
      sample.add(numbers(row));
      return;
    }
    RandomStream stream =
        draws.computeIfAbsent(day, key -> new Seeds(0).stream("monitor/sample/" + key));
    int place = stream.nextInt((int) Math.min(Integer.MAX_VALUE, counts.rows()));
    if (place < SAMPLE_ROWS_A_DAY) {
      sample.set(place, numbers(row));
    }
  }

  /** A number is itself, a level its number among the known ones; NaN is missing. */
  private double[] numbers(Row row) {
    double[] numbers = new double[row.bins().size()];
    for (int column = 0; column < numbers.length; column++) {
      Cells cells = row.features().cells(column);
      numbers[column] =
          cells.isMissing(row.index())
              ? Double.NaN
              : switch (cells) {
                case Cells.Numbers own -> own.value(row.index()) + 0.0;
                case Cells.Instants times -> times.value(row.index());
                case Cells.Levels levels -> rank(column, row.bins().get(column)[row.index()]);
                case Cells.Texts texts -> Double.NaN;
              };
    }
    return numbers;
  }

  /** The number of a level, the most frequent of the fitted rows first, so that trees cut well. */
  private double rank(int column, int bin) {
    FittedReference.BinCounts binned = reference.columns().get(column);
    if (!(binned.bins() instanceof Bins.OfLevels)) {
      return bin;
    }
    long own = binned.counts()[bin];
    return Arrays.stream(binned.counts()).filter(count -> count > own).count() + bin / 1e6;
  }
}
