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
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of a result as the texts that a CSV of them would have. */
final class QueryCells {
  private static final long FIRST_MILLIS = Instant.parse("0001-01-01T00:00:00Z").toEpochMilli();
  private static final long LAST_MILLIS = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();
  private static final Pattern FRACTION = Pattern.compile("\\.\\d+$");
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
  private final boolean[] written;

  /**
   * The cells of the row at which a result stands.
   *
   * @param timesAsWritten whether dates and times are taken as the database writes them. Those of
   *     MySQL and MariaDB may be ones that no Java type holds, such as month 0 or hour 26, and
   *     their drivers fail at them or silently give another
   */
  QueryCells(ResultSet row, String[] names, boolean timesAsWritten) throws SQLException {
    this.row = row;
    this.names = names.clone();
    this.zoned = new boolean[names.length];
    this.written = new boolean[names.length];
    ResultSetMetaData facts = row.getMetaData();
    for (int i = 0; i < zoned.length; i++) {
      String type = String.valueOf(facts.getColumnTypeName(i + 1)).toLowerCase(Locale.ROOT);
      zoned[i] =
          facts.getColumnType(i + 1) == Types.TIMESTAMP_WITH_TIMEZONE
              || type.equals("timestamptz")
              || type.contains("with time zone")
              || type.equals("datetimeoffset");
      // PostgreSQL's time with a zone: as java.sql.Time it would be in the zone of this machine
      written[i] = type.equals("timetz") || (timesAsWritten && isTime(facts.getColumnType(i + 1)));
    }
  }

  private static boolean isTime(int type) {
    return type == Types.DATE || type == Types.TIME || type == Types.TIMESTAMP;
  }

  /** Returns the text of a cell, from 0; null where it is missing or empty. */
  @Nullable String text(int column) throws SQLException {
    if (written[column]) {
      return asWritten(column);
    }
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
          case Timestamp time -> timestamp(column, time);
          case Date date -> date(column, date);
          case Time time -> clock(column, time);
          case OffsetDateTime time -> ZONED.format(time.withOffsetSameInstant(ZoneOffset.UTC));
          case LocalDateTime time -> LOCAL.format(time);
          case LocalTime time -> CLOCK.format(time);
          case Clob clob -> clob.getSubString(1, Math.toIntExact(clob.length()));
          default -> value.toString();
        };
    return text.isEmpty() ? null : text;
  }

  /** A date or time in the database's own text; a date of zeros is how MySQL writes none. */
  private @Nullable String asWritten(int column) throws SQLException {
    String text = row.getString(column + 1);
    if (text == null || text.startsWith("0000-00-00")) {
      return null;
    }
    return FRACTION.matcher(text).find() ? text.replaceFirst("\\.?0+$", "") : text;
  }

  private String timestamp(int column, Timestamp time) throws SQLException {
    if (!isOfOurAge(time.getTime())) {
      return row.getString(column + 1);
    }
    return zoned[column] ? instant(column, time) : local(column, time);
  }

  private String date(int column, Date date) throws SQLException {
    return isOfOurAge(date.getTime()) ? date.toLocalDate().toString() : row.getString(column + 1);
  }

  /**
   * Returns whether a time is in the years 1 to 9999: PostgreSQL's infinity and days BC are not.
   */
  private static boolean isOfOurAge(long millis) {
    return millis >= FIRST_MILLIS && millis <= LAST_MILLIS;
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
