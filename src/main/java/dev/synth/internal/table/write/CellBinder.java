package dev.synth.internal.table.write;

import dev.synth.base.Problem;
import dev.synth.internal.base.Micros;
import dev.synth.internal.table.CellText;
import dev.synth.internal.table.database.DatabaseProduct.Kind;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import dev.synth.table.TimeForm;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Set;

/**
 * Hands the cells of one column to a database, as its own column takes them: what a table of texts
 * gets is what a text file would have.
 *
 * @param name the name of the table's column
 * @param cells the texts of the column's cells
 * @param target what the table's column takes
 * @param typeName the type of the table's column
 * @param table the table's name
 * @param isMySql whether the database is MySQL or MariaDB
 */
record CellBinder(
    String name,
    CellWriter cells,
    ColumnTarget target,
    String typeName,
    String table,
    boolean isMySql) {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final double LONG_RANGE = 0x1p63;
  private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "1");
  private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "0");

  /** Returns the kind of column that new tables have for a column of the rows. */
  static Kind kind(Schema schema, int column) {
    Column own = schema.columns().get(column);
    return switch (own.type()) {
      case ColumnType.Numeric numeric -> {
        Integer decimals = numeric.decimals();
        yield decimals != null && decimals == 0 ? Kind.WHOLE : Kind.NUMBER;
      }
      case ColumnType.Categorical categorical -> Kind.TEXT;
      case ColumnType.Timestamp timestamp when timestamp.dateOnly() -> Kind.DATE;
      case ColumnType.Timestamp timestamp ->
          own.form() instanceof TimeForm form && form.hasOffset() ? Kind.ZONED : Kind.MOMENT;
      case ColumnType.TimeOfDay time -> Kind.TIME;
      case ColumnType.Identifier identifier -> Kind.TEXT;
    };
  }

  /**
   * Hands over a cell.
   *
   * @param place the statement's parameter, from 1
   */
  void bind(PreparedStatement statement, int place, Table batch, int row) throws SQLException {
    int column = cells.column();
    Cells values = batch.cells(column);
    if (values.isMissing(row)) {
      statement.setObject(place, null);
      return;
    }
    try {
      switch (target) {
        case WHOLE -> statement.setLong(place, whole(batch, row));
        case DECIMAL -> decimal(statement, place, batch, row);
        case NUMBER -> statement.setDouble(place, number(batch, row));
        case TRUTH -> statement.setBoolean(place, truth(batch, row));
        case DATE -> time(statement, place, date(batch, row));
        case TIME -> time(statement, place, time(batch, row));
        case MOMENT -> time(statement, place, moment(batch, row));
        case ZONED -> statement.setObject(place, zoned(batch, row));
        case TEXT -> statement.setString(place, cells.text(batch, row));
        case ISO_TEXT -> statement.setString(place, iso(batch, row));
        case ANY -> any(statement, place, batch, row);
        case OWN -> statement.setObject(place, cells.text(batch, row), Types.OTHER);
      }
    } catch (NumberFormatException | DateTimeException e) {
      throw Problem.data(
          "'%s' does not fit the column '%s' of the table '%s', which is %s",
          cells.text(batch, row), name, table, typeName);
    }
  }

  /** MySQL's own driver leaves out the fractions of seconds where it does not know the server. */
  private void time(PreparedStatement statement, int place, Temporal value) throws SQLException {
    if (isMySql) {
      statement.setString(place, value.toString().replace('T', ' '));
    } else {
      statement.setObject(place, value);
    }
  }

  private long whole(Table batch, int row) {
    if (batch.cells(cells.column()) instanceof Cells.Numbers numbers) {
      double value = numbers.value(row);
      if (value != Math.rint(value) || Math.abs(value) >= LONG_RANGE) {
        throw new NumberFormatException("not whole");
      }
      return (long) value;
    }
    return Long.parseLong(cells.text(batch, row).strip());
  }

  private void decimal(PreparedStatement statement, int place, Table batch, int row)
      throws SQLException {
    String text =
        batch.cells(cells.column()) instanceof Cells.Numbers numbers
            ? CellText.number(numbers.value(row))
            : cells.text(batch, row).strip();
    statement.setBigDecimal(place, new BigDecimal(text));
  }

  private void any(PreparedStatement statement, int place, Table batch, int row)
      throws SQLException {
    if (!(batch.cells(cells.column()) instanceof Cells.Numbers numbers)) {
      statement.setString(place, cells.text(batch, row));
      return;
    }
    double value = numbers.value(row);
    if (value == Math.rint(value) && Math.abs(value) < LONG_RANGE) {
      statement.setLong(place, (long) value);
    } else {
      statement.setDouble(place, value);
    }
  }

  private double number(Table batch, int row) {
    return batch.cells(cells.column()) instanceof Cells.Numbers numbers
        ? numbers.value(row)
        : Double.parseDouble(cells.text(batch, row));
  }

  private boolean truth(Table batch, int row) {
    String text = cells.text(batch, row).strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(text)) {
      return true;
    }
    if (FALSE.contains(text)) {
      return false;
    }
    throw new NumberFormatException("neither true nor false");
  }

  private LocalDate date(Table batch, int row) {
    if (isTime(batch)) {
      LocalDateTime moment = moment(batch, row);
      if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        throw new DateTimeException("no day");
      }
      return moment.toLocalDate();
    }
    return LocalDate.parse(cells.text(batch, row).strip());
  }

  private LocalTime time(Table batch, int row) {
    return batch.schema().columns().get(cells.column()).type() instanceof ColumnType.TimeOfDay
        ? LocalTime.ofNanoOfDay(micros(batch, row) * NANOS_PER_MICRO)
        : LocalTime.parse(cells.text(batch, row).strip());
  }

  /** A time whose offset is known is given in UTC, as times of databases are read. */
  private LocalDateTime moment(Table batch, int row) {
    if (!isTime(batch)) {
      return LocalDateTime.parse(cells.text(batch, row).strip().replace(' ', 'T'));
    }
    return local(micros(batch, row) - batch.aheadOfUtc(cells.column(), row));
  }

  private OffsetDateTime zoned(Table batch, int row) {
    if (!isTime(batch)) {
      return OffsetDateTime.parse(cells.text(batch, row).strip().replace(' ', 'T'));
    }
    long ahead = batch.aheadOfUtc(cells.column(), row);
    return local(micros(batch, row))
        .atOffset(ZoneOffset.ofTotalSeconds(Math.toIntExact(ahead / Micros.PER_SECOND)));
  }

  /** ISO 8601, as SQLite's own functions take it. */
  private String iso(Table batch, int row) {
    Column column = batch.schema().columns().get(cells.column());
    boolean isZoned = column.form() instanceof TimeForm form && form.hasOffset();
    if (isTime(batch) && isZoned) {
      OffsetDateTime zoned = zoned(batch, row);
      String offset =
          zoned.getOffset().getTotalSeconds() == 0 ? "+00:00" : zoned.getOffset().getId();
      return CellText.instant(column, micros(batch, row)) + offset;
    }
    return CellText.of(column, batch.cells(cells.column()), row);
  }

  private boolean isTime(Table batch) {
    return batch.schema().columns().get(cells.column()).type() instanceof ColumnType.Timestamp;
  }

  private long micros(Table batch, int row) {
    return ((Cells.Instants) batch.cells(cells.column())).value(row);
  }

  private static LocalDateTime local(long micros) {
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(micros, Micros.PER_SECOND),
        Math.toIntExact(Math.floorMod(micros, Micros.PER_SECOND) * NANOS_PER_MICRO),
        ZoneOffset.UTC);
  }
}
