package dev.synth.internal.table.stage;

import dev.synth.base.Problem;
import java.math.BigDecimal;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cells of a result as the texts that a CSV of them would have. */
final class QueryCells {
  private static final DateTimeFormatter CLOCK =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(CLOCK)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter ZONED =
      new DateTimeFormatterBuilder()
          .append(LOCAL)
          .appendOffset("+HH:MM", "Z")
          .toFormatter(Locale.ROOT);

  private final ResultSet row;
  private final String[] names;
  private final boolean[] zoned;

  /** The cells of the row at which a result stands. */
  QueryCells(ResultSet row, String[] names) throws SQLException {
    this.row = row;
    this.names = names.clone();
    this.zoned = new boolean[names.length];
    ResultSetMetaData facts = row.getMetaData();
    for (int i = 0; i < zoned.length; i++) {
      String type = String.valueOf(facts.getColumnTypeName(i + 1)).toLowerCase(Locale.ROOT);
      zoned[i] =
          facts.getColumnType(i + 1) == Types.TIMESTAMP_WITH_TIMEZONE
              || type.equals("timestamptz")
              || type.contains("with time zone")
              || type.equals("datetimeoffset");
    }
  }

  /** Returns the text of a cell, from 0; null where it is missing or empty. */
  @Nullable String text(int column) throws SQLException {
    Object value = row.getObject(column + 1);
    if (value instanceof byte[] || value instanceof Blob) {
      throw Problem.data(
          "column '%s' of the query holds bytes, which are no cells; leave it out of the query",
          names[column]);
    }
    String text =
        switch (value) {
          case null -> "";
          case String given -> given;
          case BigDecimal number -> number.toPlainString();
          case Double number -> decimal(number, number.toString());
          case Float number -> decimal(number.doubleValue(), number.toString());
          case Timestamp time -> zoned[column] ? instant(column, time) : local(column, time);
          case Date date -> date.toLocalDate().toString();
          case Time time -> clock(column, time);
          case OffsetDateTime time -> ZONED.format(time.withOffsetSameInstant(ZoneOffset.UTC));
          case LocalDateTime time -> LOCAL.format(time);
          case LocalTime time -> CLOCK.format(time);
          case Clob clob -> clob.getSubString(1, Math.toIntExact(clob.length()));
          default -> value.toString();
        };
    return text.isEmpty() ? null : text;
  }

  private static String decimal(double value, String text) {
    return Double.isFinite(value)
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }

  /** A timestamp's own fields: java.sql.Timestamp has lost those that a clock change leaves out. */
  private String local(int column, Timestamp time) {
    LocalDateTime given = typed(column, LocalDateTime.class);
    return LOCAL.format(given == null ? time.toLocalDateTime() : given);
  }

  private String instant(int column, Timestamp time) {
    OffsetDateTime given = typed(column, OffsetDateTime.class);
    OffsetDateTime known = given == null ? time.toInstant().atOffset(ZoneOffset.UTC) : given;
    return ZONED.format(known.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private String clock(int column, Time time) {
    LocalTime given = typed(column, LocalTime.class);
    return CLOCK.format(given == null ? time.toLocalTime() : given);
  }

  private <T extends TemporalAccessor> @Nullable T typed(int column, Class<T> type) {
    try {
      return row.getObject(column + 1, type);
    } catch (SQLException | UnsupportedOperationException e) {
      return null; // an old driver
    }
  }
}
