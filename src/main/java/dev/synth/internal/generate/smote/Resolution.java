package dev.synth.internal.generate.smote;

import dev.synth.internal.table.ColumnSummary;
import dev.synth.internal.table.Months;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Decimals;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The resolution at which each column is written: the digits after the point of its numbers ({@link
 * Decimals#ANY} where they are not rounded), the microseconds of the unit in which its times are
 * whole ({@link #MONTH} where all of a column's are first days of months), and 0 for categories.
 * Learned from the training rows of both classes.
 *
 * @param units one a column
 */
record Resolution(List<Long> units) {
  /** The unit of a column of months. */
  static final long MONTH = -1;

  Resolution {
    units = List.copyOf(units);
  }

  static Resolution of(Table training) {
    List<Long> units = new ArrayList<>();
    for (Column column : training.schema().columns()) {
      units.add(
          switch (training.cells(column.name())) {
            case Cells.Numbers cells -> digits(column, cells);
            case Cells.Instants cells -> unit(column, cells);
            case Cells.Levels cells -> 0L;
            case Cells.Texts cells ->
                throw new IllegalArgumentException("an identifier among the modelled columns");
          });
    }
    return new Resolution(units);
  }

  private static long unit(Column column, Cells.Instants cells) {
    boolean areMonths =
        column.type() instanceof ColumnType.Timestamp
            && cells.missingCount() < cells.size()
            && IntStream.range(0, cells.size())
                .allMatch(row -> cells.isMissing(row) || Months.isFirst(cells.value(row)));
    return areMonths ? MONTH : ((ColumnSummary.Instants) ColumnSummary.of(cells)).resolution();
  }

  private static long digits(Column column, Cells.Numbers cells) {
    double[] values =
        IntStream.range(0, cells.size())
            .filter(row -> !cells.isMissing(row))
            .mapToDouble(cells::value)
            .toArray();
    return Decimals.of(((ColumnType.Numeric) column.type()).decimals(), values).digits();
  }

  Decimals decimals(int column) {
    return new Decimals(Math.toIntExact(units.get(column)));
  }

  long micros(int column) {
    return units.get(column);
  }
}
