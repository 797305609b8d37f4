package dev.synth.internal.validate;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A law of mixed rows to test validation with: eight numbers that share two causes, two categories
 * that follow one of them, and missing cells.
 */
public final class RareTables {
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              number("amount"),
              number("balance"),
              number("hour"),
              number("distance"),
              number("velocity"),
              number("age"),
              number("score"),
              number("limit"),
              new Column("merchant", new ColumnType.Categorical()),
              new Column("device", new ColumnType.Categorical())));

  private RareTables() {}

  private static Column number(String name) {
    return new Column(name, ColumnType.Numeric.UNBOUNDED);
  }

  /** Draws rows of the law. */
  public static Table draw(int rows, long seed) {
    RandomStream stream = new Seeds(seed).stream("rare-rows");
    double[][] numbers = new double[8][rows];
    List<@Nullable String> merchants = new ArrayList<>();
    List<@Nullable String> devices = new ArrayList<>();
    BitSet missing = new BitSet();
    for (int row = 0; row < rows; row++) {
      double first = stream.nextGaussian();
      double second = stream.nextGaussian();
      for (int column = 0; column < 8; column++) {
        double cause = column % 2 == 0 ? first : second;
        double value = 0.9 * cause + 0.44 * stream.nextGaussian();
        numbers[column][row] = Math.rint(100 * (column < 2 ? Math.exp(value) : value)) / 100;
      }
      merchants.add(first > 0.5 ? "online" : first < -0.5 ? "petrol" : "grocery");
      devices.add(device(stream.nextDouble(), second));
      missing.set(row, stream.nextDouble() < 0.1);
    }
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < 8; column++) {
      cells.add(new Cells.Numbers(numbers[column], column == 6 ? missing : new BitSet()));
    }
    cells.add(Cells.Levels.of(merchants));
    cells.add(Cells.Levels.of(devices));
    return new Table(SCHEMA, cells);
  }

  private static @Nullable String device(double share, double cause) {
    if (share < 0.7) {
      return "phone";
    }
    return cause > 0 ? "laptop" : null;
  }

  /** Declares rows to be training rows, all of the rare class. */
  public static Training training(Table rows) {
    BitSet rare = new BitSet();
    rare.set(0, rows.rowCount());
    return Training.whole(new LabelledTable(rows, rare, new Label("fraud", "1", "0", 0)));
  }

  /** Draws rows of a table with replacement: the perfect copier. */
  static Table copies(Table rows, int count, long seed) {
    RandomStream stream = new Seeds(seed).stream("copies");
    return rows.rows(IntStream.range(0, count).map(i -> stream.nextInt(rows.rowCount())).toArray());
  }

  /** Shuffles each column by itself: right margins, no association. */
  static Table shuffledColumns(Table rows, long seed) {
    RandomStream stream = new Seeds(seed).stream("shuffle");
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rows.schema().columns().size(); column++) {
      cells.add(rows.cells(column).rows(stream.permutation(rows.rowCount())));
    }
    return new Table(rows.schema(), cells);
  }

  /** Repeats the row of means and of first levels. */
  static Table meanRow(Table rows, int count) {
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rows.schema().columns().size(); column++) {
      cells.add(
          switch (rows.cells(column)) {
            case Cells.Numbers numbers -> repeated(mean(numbers), count);
            case Cells other -> other.rows(new int[count]);
          });
    }
    return new Table(rows.schema(), cells);
  }

  private static double mean(Cells.Numbers numbers) {
    return IntStream.range(0, numbers.size())
        .filter(row -> !numbers.isMissing(row))
        .mapToDouble(numbers::value)
        .average()
        .orElse(0);
  }

  private static Cells.Numbers repeated(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return new Cells.Numbers(values);
  }

  /** Copies rows and adds a thousandth of a unit of noise to every number. */
  public static Table noisyCopies(Table rows, int count, long seed) {
    Table copied = copies(rows, count, seed);
    RandomStream stream = new Seeds(seed).stream("noise");
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rows.schema().columns().size(); column++) {
      cells.add(
          switch (copied.cells(column)) {
            case Cells.Numbers numbers -> jittered(numbers, stream);
            case Cells other -> other;
          });
    }
    return new Table(rows.schema(), cells);
  }

  private static Cells.Numbers jittered(Cells.Numbers numbers, RandomStream stream) {
    double[] values = new double[numbers.size()];
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      missing.set(row, numbers.isMissing(row));
      values[row] = numbers.value(row) + 0.01 * stream.nextGaussian();
    }
    return new Cells.Numbers(values, missing);
  }
}
