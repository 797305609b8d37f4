package dev.synth.internal.validate.plot;

import dev.synth.internal.validate.diversity.Points;
import dev.synth.internal.validate.metric.Sample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays rows out on the two directions in which rare training rows vary most. */
final class MapPlotter {
  private static final int FEWEST_ROWS = 10;

  /** More rows don't turn the directions. */
  private static final int MOST_FITTED = 1_000;

  private static final int MOST_COUNTED = 5_000;
  private static final int MOST_POINTS = 500;
  private static final int COLUMNS_NAMED = 3;

  /** The usual number of real rows a cell, in a grid of at least 4 and at most 20 cells a side. */
  private static final double ROWS_A_CELL = 8;

  private static final int FEWEST_CELLS = 4;
  private static final int MOST_CELLS = 20;

  private MapPlotter() {}

  /**
   * Returns the map; null where there are fewer than ten real rows or nothing varies.
   *
   * @param real rare training rows, in random order
   * @param synthetic in random order
   * @param majority in random order, or null
   * @param showRows whether real rows may be shown one by one
   */
  static @Nullable MapPlot plot(
      Sample real, Sample synthetic, @Nullable Sample majority, boolean showRows) {
    if (real.rowCount() < FEWEST_ROWS) {
      return null;
    }
    Points points = new Points(real);
    Projection projection = Projection.fit(points.of(first(real, MOST_FITTED)));
    if (!(projection.explained(0) > 0)) {
      return null;
    }
    double[][] ofReal = places(projection, points, first(real, MOST_COUNTED));
    double cell = cell(ofReal);
    List<MapPlot.MapSquare> counted = cells(ofReal, cell);
    double[][] ofMajority =
        majority == null
            ? new double[0][]
            : places(projection, points, first(majority, MOST_COUNTED));
    List<MapPlot.MapSquare> others = cells(ofMajority, cell);
    return new MapPlot(
        List.of(direction(projection, points, real, 0), direction(projection, points, real, 1)),
        cell,
        counted,
        ofReal.length - rows(counted),
        others,
        ofMajority.length - rows(others),
        shortened(places(projection, points, first(synthetic, MOST_POINTS))),
        showRows
            ? shortened(Arrays.copyOf(ofReal, Math.min(ofReal.length, MOST_POINTS)))
            : List.of());
  }

  private static Sample first(Sample sample, int most) {
    return sample.rowCount() <= most ? sample : sample.rows(IntStream.range(0, most).toArray());
  }

  private static double[][] places(Projection projection, Points points, Sample sample) {
    return Arrays.stream(points.of(sample)).map(projection::place).toArray(double[][]::new);
  }

  /** The side of a cell, so that real rows' cells hold about as many rows as they should. */
  private static double cell(double[][] places) {
    double side = Math.sqrt(places.length / ROWS_A_CELL);
    double cells = Math.clamp(side, FEWEST_CELLS, MOST_CELLS);
    double range = Math.max(range(places, 0), range(places, 1));
    return Math.max(1e-6, ChartNumbers.digits(range / cells, 2));
  }

  /** The distance of the 1 % and the 99 % quantile, about. */
  private static double range(double[][] places, int axis) {
    double[] sorted = Arrays.stream(places).mapToDouble(place -> place[axis]).sorted().toArray();
    int outer = sorted.length / 100;
    return sorted[sorted.length - 1 - outer] - sorted[outer];
  }

  private static List<MapPlot.MapSquare> cells(double[][] places, double cell) {
    TreeMap<Long, double[]> cells = new TreeMap<>(); // sums of both axes, rows
    for (double[] place : places) {
      long key = (number(place[0], cell) << 32) + number(place[1], cell);
      double[] sums = cells.computeIfAbsent(key, any -> new double[3]);
      sums[0] += place[0];
      sums[1] += place[1];
      sums[2]++;
    }
    return cells.values().stream()
        .filter(sums -> sums[2] >= FewRows.LEAST)
        .map(
            sums ->
                new MapPlot.MapSquare(
                    tenths(sums[0] / sums[2], cell),
                    tenths(sums[1] / sums[2], cell),
                    (int) sums[2]))
        .toList();
  }

  private static long number(double place, double cell) {
    return (long) Math.clamp(Math.floor(place / cell), -1e6, 1e6);
  }

  private static double tenths(double place, double cell) {
    return ChartNumbers.digits(Math.rint(10 * place / cell) * cell / 10, 4);
  }

  private static int rows(List<MapPlot.MapSquare> cells) {
    return cells.stream().mapToInt(MapPlot.MapSquare::rows).sum();
  }

  private static List<List<Double>> shortened(double[][] places) {
    return Arrays.stream(places)
        .map(
            place ->
                List.of(ChartNumbers.decimals(place[0], 3), ChartNumbers.decimals(place[1], 3)))
        .toList();
  }

  private static MapPlot.Direction direction(
      Projection projection, Points points, Sample real, int axis) {
    double[] weights = projection.weights(axis);
    double[] columns = new double[real.columnCount()];
    for (int column = 0; column < columns.length; column++) {
      int first = points.first(column);
      for (int i = first; i < points.first(column + 1); i++) {
        columns[column] += weights[i] * weights[i];
      }
    }
    List<String> heaviest =
        IntStream.range(0, columns.length)
            .boxed()
            .sorted(Comparator.comparingDouble(column -> -columns[column]))
            .filter(column -> columns[column] > 0)
            .limit(COLUMNS_NAMED)
            .map(column -> real.columns().get(column).name())
            .toList();
    return new MapPlot.Direction(ChartNumbers.share(projection.explained(axis)), heaviest);
  }
}
