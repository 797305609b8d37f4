package dev.synth.internal.validate.metric;

import dev.synth.base.Seeds;
import dev.synth.internal.stats.Circle;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The columns that real and synthetic rows share, and how their cells become plain numbers.
 *
 * <p>Columns are matched by name and by kind of type, so that their order does not matter; what has
 * no partner is not compared, and said so.
 */
public final class SampleSpace {
  private final List<SampleColumn> columns;
  private final List<String> notCompared;

  private final ColumnPairs pairs;
  private final ColumnPairs levelPairs;

  private SampleSpace(List<SampleColumn> columns, List<String> notCompared, Seeds seeds) {
    this.columns = columns;
    this.notCompared = notCompared;
    int[] all = IntStream.range(0, columns.size()).toArray();
    int[] levels = Arrays.stream(all).filter(i -> !columns.get(i).isNumber()).toArray();
    this.pairs = ColumnPairs.of(columns, all, seeds.stream("pairs"));
    this.levelPairs = ColumnPairs.of(columns, levels, seeds.stream("level-pairs"));
  }

  /** The space of some tables, whose pairs of columns come from a seed that is always the same. */
  public static SampleSpace of(Table training, List<Table> others) {
    return of(training, others, new Seeds(0));
  }

  /**
   * The space of some tables.
   *
   * @param training rare training rows, from which spreads, steps and the levels' order come
   * @param others further tables whose rows will be compared
   * @param seeds where the pairs of columns come from where there are too many, see {@link
   *     ColumnPairs}
   */
  public static SampleSpace of(Table training, List<Table> others, Seeds seeds) {
    List<SampleColumn> columns = new ArrayList<>();
    List<String> notCompared = new ArrayList<>();
    for (Column column : training.schema().modelled().columns()) {
      if (others.stream().allMatch(other -> hasLike(other.schema(), column))) {
        columns.add(ColumnSurvey.of(column, training, others));
      } else {
        notCompared.add(column.name());
      }
    }
    for (Table other : others) {
      for (Column column : other.schema().modelled().columns()) {
        if (training.schema().find(column.name()).isEmpty()
            && !notCompared.contains(column.name())) {
          notCompared.add(column.name());
        }
      }
    }
    return new SampleSpace(List.copyOf(columns), List.copyOf(notCompared), seeds);
  }

  private static boolean hasLike(Schema schema, Column column) {
    return schema.find(column.name()).isPresent()
        && schema
            .columns()
            .get(schema.indexOf(column.name()))
            .type()
            .getClass()
            .equals(column.type().getClass());
  }

  /** Returns the columns that are compared. */
  public List<SampleColumn> columns() {
    return columns;
  }

  /** Returns the names of columns that only one side has, or that differ in type. */
  public List<String> notCompared() {
    return notCompared;
  }

  /** Returns the pairs of columns that are compared. */
  ColumnPairs pairs() {
    return pairs;
  }

  /** Returns the pairs of columns of levels that are compared. */
  ColumnPairs levelPairs() {
    return levelPairs;
  }

  /** Returns a table's rows as metrics see them. */
  public Sample sample(Table table) {
    double[][] values = new double[columns.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = numbers(columns.get(i), table.cells(columns.get(i).name()));
    }
    return new Sample(this, values, table.rowCount());
  }

  private static double[] numbers(SampleColumn column, Cells cells) {
    double[] levelIndices = levelIndices(column, cells);
    double[] numbers = new double[cells.size()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] =
          cells.isMissing(row)
              ? Double.NaN
              : switch (cells) {
                case Cells.Numbers plain -> plain.value(row);
                case Cells.Instants instants -> value(column, instants.value(row));
                case Cells.Levels levels -> levelIndices[levels.code(row)];
                case Cells.Texts texts -> throw new IllegalStateException(column.name());
              };
    }
    return numbers;
  }

  /** Times of day count from where the day is cut. */
  private static double value(SampleColumn column, long micros) {
    Circle circle = column.circle();
    return circle == null ? micros : circle.wrapped(micros - column.origin());
  }

  private static double[] levelIndices(SampleColumn column, Cells cells) {
    if (!(cells instanceof Cells.Levels levels)) {
      return new double[0];
    }
    Map<String, Integer> indices = new HashMap<>();
    for (int i = 0; i < column.levels().size(); i++) {
      indices.put(column.levels().get(i), i);
    }
    return levels.levels().stream()
        .mapToDouble(level -> indices.getOrDefault(level, -1)) // -1: a level without rows
        .toArray();
  }
}
