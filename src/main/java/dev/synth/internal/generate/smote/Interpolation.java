package dev.synth.internal.generate.smote;

import dev.synth.internal.base.Micros;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.internal.stats.Circle;
import dev.synth.internal.table.Months;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Rows on the way from one row to another, with categories that are given.
 *
 * <p>Times of day go the shorter way round. A number goes the same part of its way as all others of
 * its row, and is then rounded as its column's numbers are. Which numbers are missing is as in the
 * row where the way starts; where only the other end is missing, the number stays as at the start.
 *
 * @param rows the rows between which ways lead
 * @param resolution how finely the columns of the rows are written
 * @param codes the number columns between whose values there is nothing: of the two rows, the one
 *     nearer to the new row gives the cell
 */
record Interpolation(Table rows, Resolution resolution, List<Integer> codes) {

  Interpolation {
    codes = List.copyOf(codes);
  }

  /** The places of new rows, one element a row, to be filled in. */
  static final class Ways {
    /** The row where the way starts. */
    final int[] from;

    /** The row where it ends. */
    final int[] to;

    /** The part of the way that is gone, in [0, 1]. */
    final double[] part;

    /** The codes of the categories, as {@link MixedRows} counts them. */
    final int[][] codes;

    Ways(int count) {
      from = new int[count];
      to = new int[count];
      part = new double[count];
      codes = new int[count][];
    }
  }

  /** Returns the new rows. */
  Table at(Ways ways) {
    List<Cells> columns = new ArrayList<>();
    int categories = 0;
    for (int column = 0; column < rows.schema().columns().size(); column++) {
      columns.add(
          switch (rows.cells(column)) {
            case Cells.Numbers cells ->
                numbers(cells, ways, resolution.decimals(column), codes.contains(column));
            case Cells.Instants cells ->
                instants(cells, ways, between(rows.schema().columns().get(column), column));
            case Cells.Levels cells -> levels(cells, ways, categories++);
            case Cells.Texts cells ->
                throw new IllegalArgumentException("an identifier among the modelled columns");
          });
    }
    return new Table(rows.schema(), columns);
  }

  private static Cells numbers(
      Cells.Numbers cells, Ways ways, Decimals decimals, boolean areCodes) {
    double[] values = new double[ways.from.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < values.length; row++) {
      if (cells.isMissing(ways.from[row])) {
        missing.set(row);
        continue;
      }
      double from = cells.value(ways.from[row]);
      double to = cells.isMissing(ways.to[row]) ? from : cells.value(ways.to[row]);
      if (areCodes) {
        values[row] = ways.part[row] < 0.5 ? from : to;
        continue;
      }
      double between = from * (1 - ways.part[row]) + to * ways.part[row];
      double inside = Math.max(Math.min(from, to), Math.min(Math.max(from, to), between));
      values[row] = decimals.round(inside);
    }
    return new Cells.Numbers(values, missing);
  }

  private interface Between {
    long at(long from, long to, double part);
  }

  private Between between(Column column, int position) {
    long unit = resolution.micros(position);
    if (column.type() instanceof ColumnType.TimeOfDay) {
      return (from, to, part) -> {
        double units = part * (Circle.DAY.way((double) from, (double) to) / unit);
        return Math.floorMod(from + Math.round(units) * unit, Micros.PER_DAY);
      };
    }
    if (unit == Resolution.MONTH) {
      return (from, to, part) -> {
        long start = Months.of(from);
        return Months.first(start + Math.round(part * (Months.of(to) - start)));
      };
    }
    return (from, to, part) -> from + Math.round(part * ((to - from) / (double) unit)) * unit;
  }

  private static Cells instants(Cells.Instants cells, Ways ways, Between between) {
    long[] micros = new long[ways.from.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < micros.length; row++) {
      if (cells.isMissing(ways.from[row])) {
        missing.set(row);
        continue;
      }
      long from = cells.value(ways.from[row]);
      long to = cells.isMissing(ways.to[row]) ? from : cells.value(ways.to[row]);
      micros[row] = between.at(from, to, ways.part[row]);
    }
    return new Cells.Instants(micros, missing);
  }

  private static Cells levels(Cells.Levels cells, Ways ways, int category) {
    int[] codes = new int[ways.from.length];
    BitSet missing = new BitSet();
    for (int row = 0; row < codes.length; row++) {
      int code = ways.codes[row][category];
      missing.set(row, code == 0);
      codes[row] = Math.max(0, code - 1);
    }
    return new Cells.Levels(codes, missing, cells.levels());
  }
}
