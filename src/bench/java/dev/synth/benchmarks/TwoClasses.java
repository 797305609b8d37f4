package dev.synth.benchmarks;

import dev.synth.base.RandomStream;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Label;
import dev.synth.table.LabelledTable;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A simulated population: independent standard normal columns, whose mean is higher in rare rows.
 *
 * @param columns how many
 * @param shift by how much the mean of each is higher
 */
public record TwoClasses(int columns, double shift) {
  static final Label LABEL = new Label("rare", "1", "0", 0);

  /** Draws rows, the rare ones first. */
  public double[][] draw(int rare, int others, RandomStream stream) {
    double[][] rows = new double[rare + others][columns];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns; column++) {
        rows[row][column] = stream.nextGaussian() + (row < rare ? shift : 0);
      }
    }
    return rows;
  }

  /** Returns rows as somebody sees them whose instruments err by so much, in ways of their own. */
  static double[][] seen(double[][] rows, double error, RandomStream stream) {
    double[][] seen = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      seen[row] = rows[row].clone();
      for (int column = 0; column < seen[row].length; column++) {
        seen[row][column] += error * stream.nextGaussian();
      }
    }
    return seen;
  }

  static Table features(double[][] rows) {
    List<Column> columns = new ArrayList<>();
    List<Cells> cells = new ArrayList<>();
    for (int column = 0; column < rows[0].length; column++) {
      int own = column;
      columns.add(new Column("x" + column, ColumnType.Numeric.UNBOUNDED));
      cells.add(
          new Cells.Numbers(
              IntStream.range(0, rows.length).mapToDouble(r -> rows[r][own]).toArray()));
    }
    return new Table(new Schema(columns), cells);
  }

  /** Returns rows of which the first so many are rare. */
  public static LabelledTable table(double[][] rows, int rare) {
    BitSet first = new BitSet();
    first.set(0, rare);
    return new LabelledTable(features(rows), first, LABEL);
  }
}
