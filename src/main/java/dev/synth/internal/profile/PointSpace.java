package dev.synth.internal.profile;

import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of mixed columns as points: numbers as z-scores, levels one-hot.
 *
 * <p>A number is put on a logarithmic scale first where its column is skewed by more than {@value
 * #SKEWED}: sign(x)·ln(1 + |x|). Then z = (x − mean)/deviation, kept within ±{@value #FARTHEST}. A
 * level is a one in its own coordinate, times √½, so that two different levels are 1 apart; only
 * the {@value #MOST_LEVELS} most frequent ones have a coordinate. A time of day is a point on a
 * circle. A missing cell stands at 0, beside a coordinate that says so. Points in time and
 * identifiers have none.
 */
public final class PointSpace {
  private static final double SKEWED = 2;
  private static final double FARTHEST = 4;
  private static final int MOST_LEVELS = 20;
  private static final double ONE_HOT = Math.sqrt(0.5);
  private static final double DAY_MICROS = 86_400e6;

  private final List<SpaceAxis> axes;
  private final int width;

  private PointSpace(List<SpaceAxis> axes) {
    this.axes = List.copyOf(axes);
    this.width = axes.stream().mapToInt(SpaceAxis::width).sum();
  }

  /** One column's coordinates. */
  private sealed interface SpaceAxis {
    String column();

    boolean hasMissing();

    int plainWidth();

    default int width() {
      return plainWidth() + (hasMissing() ? 1 : 0);
    }

    void put(Cells cells, int row, double[] point, int first);
  }

  private record NumberAxis(
      String column, boolean hasMissing, boolean isLog, double mean, double deviation)
      implements SpaceAxis {
    @Override
    public int plainWidth() {
      return 1;
    }

    @Override
    public void put(Cells cells, int row, double[] point, int first) {
      if (cells instanceof Cells.Numbers numbers) {
        double z = (scaled(numbers.value(row), isLog) - mean) / deviation;
        point[first] = Math.max(-FARTHEST, Math.min(FARTHEST, z));
      }
    }
  }

  private record CircleAxis(String column, boolean hasMissing) implements SpaceAxis {
    @Override
    public int plainWidth() {
      return 2;
    }

    @Override
    public void put(Cells cells, int row, double[] point, int first) {
      if (cells instanceof Cells.Instants times) {
        double angle = 2 * Math.PI * times.value(row) / DAY_MICROS;
        point[first] = StrictMath.cos(angle);
        point[first + 1] = StrictMath.sin(angle);
      }
    }
  }

  private record LevelAxis(String column, boolean hasMissing, List<String> levels)
      implements SpaceAxis {
    @Override
    public int plainWidth() {
      return levels.size();
    }

    @Override
    public void put(Cells cells, int row, double[] point, int first) {
      if (cells instanceof Cells.Levels own) {
        int level = levels.indexOf(own.value(row));
        if (level >= 0) {
          point[first + level] = ONE_HOT;
        }
      }
    }
  }

  /**
   * Learns the scales of columns.
   *
   * @param table the rows to learn from, at least one
   * @param columns their names; those of points in time, identifiers and constants are passed over
   */
  public static PointSpace of(Table table, List<String> columns) {
    return of(table, columns, false);
  }

  /**
   * Learns the scales of columns.
   *
   * @param areLogarithmic whether every column of numbers stands on a logarithmic scale, skewed or
   *     not
   */
  public static PointSpace of(Table table, List<String> columns, boolean areLogarithmic) {
    List<SpaceAxis> axes = new ArrayList<>();
    for (String name : columns) {
      Column column = table.schema().columns().get(table.schema().indexOf(name));
      Cells cells = table.cells(name);
      boolean hasMissing = cells.missingCount() > 0;
      switch (cells) {
        case Cells.Numbers numbers ->
            axes.addAll(number(name, numbers, hasMissing, areLogarithmic));
        case Cells.Levels levels -> axes.add(new LevelAxis(name, hasMissing, mostFrequent(levels)));
        case Cells.Instants times -> {
          if (column.type() instanceof ColumnType.TimeOfDay) {
            axes.add(new CircleAxis(name, hasMissing));
          }
        }
        case Cells.Texts texts -> {}
      }
    }
    return new PointSpace(axes);
  }

  /** The axis of a column of numbers; none where all are equal. */
  private static List<SpaceAxis> number(
      String name, Cells.Numbers numbers, boolean hasMissing, boolean isLogarithmic) {
    double[] sorted =
        IntStream.range(0, numbers.size())
            .filter(row -> !numbers.isMissing(row))
            .mapToDouble(numbers::value)
            .sorted()
            .toArray();
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return List.of();
    }
    boolean isLog = isLogarithmic || Math.abs(skew(sorted)) > SKEWED;
    double[] scaled = Arrays.stream(sorted).map(value -> scaled(value, isLog)).toArray();
    double mean = mean(scaled);
    return List.of(new NumberAxis(name, hasMissing, isLog, mean, deviation(scaled, mean)));
  }

  private static double scaled(double value, boolean isLog) {
    return isLog ? Math.copySign(StrictMath.log1p(Math.abs(value)), value) : value;
  }

  private static double skew(double[] sorted) {
    double mean = mean(sorted);
    double deviation = deviation(sorted, mean);
    double cubes = 0;
    for (double value : sorted) {
      double z = (value - mean) / deviation;
      cubes += z * z * z / sorted.length;
    }
    return cubes;
  }

  private static double mean(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    return mean;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean) / values.length;
    }
    double deviation = Math.sqrt(squares);
    return deviation > 0 ? deviation : 1;
  }

  private static List<String> mostFrequent(Cells.Levels levels) {
    int[] counts = new int[levels.levels().size()];
    for (int row = 0; row < levels.size(); row++) {
      if (!levels.isMissing(row)) {
        counts[levels.code(row)]++;
      }
    }
    return IntStream.range(0, counts.length)
        .filter(level -> counts[level] > 0)
        .boxed()
        .sorted((a, b) -> counts[b] == counts[a] ? a - b : counts[b] - counts[a])
        .limit(MOST_LEVELS)
        .map(level -> levels.levels().get(level))
        .toList();
  }

  /** Returns the columns that have coordinates. */
  public List<String> columns() {
    return axes.stream().map(SpaceAxis::column).toList();
  }

  /** Returns the columns of numbers that stand on a logarithmic scale. */
  public List<String> logarithmic() {
    return axes.stream()
        .filter(axis -> axis instanceof NumberAxis number && number.isLog())
        .map(SpaceAxis::column)
        .toList();
  }

  /** Returns how many coordinates a point has. */
  public int width() {
    return width;
  }

  /** Returns the points of some rows of a table that has the columns. */
  public double[][] points(Table table, int[] rows) {
    double[][] points = new double[rows.length][width];
    int first = 0;
    for (SpaceAxis axis : axes) {
      Cells cells = table.cells(axis.column());
      for (int i = 0; i < rows.length; i++) {
        if (!cells.isMissing(rows[i])) {
          axis.put(cells, rows[i], points[i], first);
        } else if (axis.hasMissing()) {
          points[i][first + axis.plainWidth()] = 1;
        }
      }
      first += axis.width();
    }
    return points;
  }

  /** Returns the squared distance of two points. */
  public static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = a[i] - b[i];
      sum += difference * difference;
    }
    return sum;
  }
}
