package dev.synth.internal.table.cell;

import dev.synth.internal.base.Micros;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form of points in time, days, months or times of day, such as {@code dd/MM/yyyy HH:mm}; reads
 * and writes such texts, with names in any {@link Language}.
 *
 * <p>The letters are those of {@link java.time.format.DateTimeFormatter}: {@code yyyy yy}, {@code M
 * MM MMM MMMM}, {@code d dd}, {@code EEE EEEE}, {@code H HH}, {@code h hh} with {@code a}, {@code m
 * mm}, {@code s ss}, {@code S} once a digit of a second, and {@code X} for an offset of any form or
 * the name of a time zone. A single letter reads one digit or two. {@code o} behind a day is its
 * {@code st} or {@code th}, {@code kk} are hours of which 24:00 is the end of the day, {@code ppd}
 * is a day with a blank before a single digit, {@code YYYY} and {@code ww} are the year and number
 * of an ISO week, with {@code e} for its day from Monday, 1, and {@code DDD} is the day of the
 * year. What stands in brackets may be missing, and is written where it is not zero. Other letters
 * stand between quotes. Besides, {@value #EPOCH_SECONDS}, {@value #EPOCH_MILLISECONDS}, {@value
 * #EPOCH_MICROSECONDS} and {@value #EPOCH_NANOSECONDS} are numbers since 1970-01-01T00:00; {@code
 * epoch-seconds.SSS} has a fixed number of decimals. {@value #EXCEL_DAYS} are those of
 * spreadsheets.
 *
 * <p>Names of months and days are read in any case, in full or shortened, with or without accents
 * and a dot; a day of the week is not compared with the date. Years of two digits up to 68 belong
 * to the 21st century, as in POSIX. A fraction of a second is read with any number of digits; those
 * after the sixth are dropped.
 */
public final class TimePattern {
  /** Seconds since 1970, with decimals where there are any. */
  public static final String EPOCH_SECONDS = "epoch-seconds";

  /** Thousandths of a second since 1970. */
  public static final String EPOCH_MILLISECONDS = "epoch-milliseconds";

  /** Millionths of a second since 1970. */
  public static final String EPOCH_MICROSECONDS = "epoch-microseconds";

  /** Billionths of a second since 1970, of which whole millionths are kept. */
  public static final String EPOCH_NANOSECONDS = "epoch-nanoseconds";

  /**
   * Days as spreadsheets count them, 1 for 1900-01-01 and 25569 for 1970-01-01; {@code
   * excel-days.SSSSS} with the time as a fraction of the day.
   */
  public static final String EXCEL_DAYS = "excel-days";

  /** The microseconds in one unit; 0 where a unit is shorter. */
  static final Map<String, Long> EPOCHS =
      Map.of(
          EPOCH_SECONDS, 1_000_000L,
          EPOCH_MILLISECONDS, 1_000L,
          EPOCH_MICROSECONDS, 1L,
          EPOCH_NANOSECONDS, 0L);

  private static final int NANOS = 1_000;

  private static final Pattern EPOCH_WITH_DIGITS = Pattern.compile(EPOCH_SECONDS + "\\.S{1,6}");
  private static final Pattern EXCEL = Pattern.compile(EXCEL_DAYS + "(\\.S{1,10})?");

  /**
   * The day that spreadsheets count for 1970-01-01. They have a 29th of February 1900, so that
   * earlier days than March of that year differ.
   */
  private static final int DAYS_TO_1970 = 25_569;

  private final String text;
  private final List<TimeElement> elements;
  private final int slots;
  private final String letters;
  private final boolean endsDays;

  /**
   * A point in time as a text says it.
   *
   * @param micros microseconds since 1970-01-01T00:00 in the text's own offset, or since midnight
   *     where the pattern has no date
   * @param offset the offset as it stands in the text, or null where it has none
   */
  public record ReadTime(long micros, @Nullable String offset) {}

  private TimePattern(String text, List<TimeElement> elements, int slots, String letters) {
    this.text = text;
    this.elements = elements;
    this.slots = slots;
    this.letters = letters;
    this.endsDays =
        elements.stream()
            .anyMatch(each -> each instanceof TimeElement.Field field && field.letter() == 'k');
  }

  /**
   * Returns the pattern that a text describes.
   *
   * @throws IllegalArgumentException if it is none; the message says why, as the end of "must …"
   */
  public static TimePattern of(String text) {
    boolean isOfNumbers =
        EPOCHS.containsKey(text)
            || EPOCH_WITH_DIGITS.matcher(text).matches()
            || EXCEL.matcher(text).matches();
    if (isOfNumbers) {
      return new TimePattern(text, List.of(), 0, "");
    }
    TimePatternParser parser = new TimePatternParser(text);
    List<TimeElement> elements = parser.parse();
    return new TimePattern(text, elements, parser.slots(), parser.letters());
  }

  /** Returns the pattern as text. */
  public String text() {
    return text;
  }

  /** Returns whether texts are numbers since 1970, or as spreadsheets count days. */
  public boolean isEpoch() {
    return elements.isEmpty() && (text.startsWith("epoch-") || isExcel());
  }

  private boolean isExcel() {
    return text.startsWith(EXCEL_DAYS);
  }

  /** Returns the same pattern of numbers with so many digits of a second, or of a day. */
  public TimePattern withDigits(int digits) {
    if (isExcel()) {
      return of(EXCEL_DAYS + (digits == 0 ? "" : "." + "S".repeat(Math.min(digits, 10))));
    }
    return digits == 0 ? this : of(EPOCH_SECONDS + "." + "S".repeat(Math.min(digits, 6)));
  }

  private long unit() {
    return EPOCHS.getOrDefault(text, Micros.PER_SECOND);
  }

  /** Returns whether texts say a day or at least a month. */
  public boolean hasDate() {
    return isEpoch() || has('y') || has('Y');
  }

  /** Returns whether texts say a day. */
  public boolean hasDay() {
    return isEpoch() || has('d') || has('e') || has('D');
  }

  private boolean has(char letter) {
    return letters.indexOf(letter) >= 0;
  }

  /** Returns whether texts say a time of day. */
  public boolean hasTime() {
    return (isEpoch() && !text.equals(EXCEL_DAYS)) || has('H') || has('h') || has('k');
  }

  /** Returns whether texts say an offset. */
  public boolean hasOffset() {
    return letters.indexOf('X') >= 0;
  }

  /** Returns the point in time that a text says, or null if it is not of this pattern. */
  public @Nullable ReadTime parse(String cell) {
    return parse(cell, null);
  }

  @Nullable ReadTime parse(String cell, @Nullable TimeScan observed) {
    if (isEpoch()) {
      return epoch(cell);
    }
    TimeScan scan = observed == null ? new TimeScan(slots) : observed;
    scan.start(cell);
    for (TimeElement element : elements) {
      if (!element.read(scan)) {
        return null;
      }
    }
    if (!scan.isAtEnd()) {
      return null;
    }
    try {
      return new ReadTime(micros(scan), scan.offset());
    } catch (DateTimeException e) {
      return null; // such as the 31st of February
    }
  }

  private long micros(TimeScan scan) {
    long days = hasDate() ? date(scan).toEpochDay() : 0;
    int hour = scan.hour;
    if (letters.indexOf('h') >= 0) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("no hour on a dial");
      }
      hour = hour % 12 + (scan.afternoon ? 12 : 0);
    }
    if (hour == 24 && has('k') && scan.minute + scan.second + scan.fraction == 0) {
      return hasDate() ? (days + 1) * Micros.PER_DAY : 0;
    }
    if (hour > 23 || scan.minute > 59 || scan.second > 59) {
      throw new DateTimeException("no time of day");
    }
    long seconds = hour * 3_600L + scan.minute * 60L + scan.second;
    return days * Micros.PER_DAY + seconds * Micros.PER_SECOND + scan.fraction;
  }

  private LocalDate date(TimeScan scan) {
    if (has('D')) {
      return LocalDate.ofYearDay(scan.year, scan.day);
    }
    if (!has('Y')) {
      return LocalDate.of(scan.year, scan.month, scan.day);
    }
    if (scan.week < 1 || scan.weekday < 1 || scan.weekday > 7) {
      throw new DateTimeException("no day of a week");
    }
    LocalDate inFirstWeek = LocalDate.of(scan.year, 1, 4);
    LocalDate date =
        inFirstWeek.plusDays(
            7L * (scan.week - 1) + scan.weekday - inFirstWeek.getDayOfWeek().getValue());
    if (date.get(IsoFields.WEEK_BASED_YEAR) != scan.year) {
      throw new DateTimeException("no week of the year");
    }
    return date;
  }

  private @Nullable ReadTime epoch(String cell) {
    double number = NumberText.parse(cell).orElse(Double.NaN);
    if (text.equals(EXCEL_DAYS) && number != Math.rint(number)) {
      return null;
    }
    long unit = unit();
    double micros = unit == 0 ? number / NANOS : number * unit;
    if (isExcel()) {
      micros = (number - DAYS_TO_1970) * Micros.PER_DAY;
    }
    return Math.abs(micros) < 4e17
        ? new ReadTime(Math.round(micros), null)
        : null; // ± 12,000 years
  }

  /**
   * Writes a point in time.
   *
   * @param micros as in {@link ReadTime}
   * @param style how names, halves of a day and the offset are written
   */
  public String format(long micros, TimeStyle style) {
    if (isEpoch()) {
      return epoch(micros);
    }
    DateTimeFields parts =
        endsDays ? DateTimeFields.toMidnight(micros) : new DateTimeFields(micros);
    StringBuilder target = new StringBuilder(32);
    for (TimeElement element : elements) {
      element.write(parts, style, target);
    }
    return target.toString();
  }

  private String epoch(long micros) {
    if (isExcel()) {
      return BigDecimal.valueOf(micros)
          .divide(BigDecimal.valueOf(Micros.PER_DAY), 12, RoundingMode.HALF_EVEN)
          .add(BigDecimal.valueOf(DAYS_TO_1970))
          .setScale(Math.max(0, text.length() - EXCEL_DAYS.length() - 1), RoundingMode.HALF_EVEN)
          .toPlainString();
    }
    int digits = text.length() - EPOCH_SECONDS.length() - 1;
    if (EPOCHS.containsKey(text)) {
      long unit = unit();
      return unit == 0 ? Long.toString(micros * NANOS) : NumberText.of(micros / (double) unit);
    }
    return BigDecimal.valueOf(micros, 6).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
  }

  List<TimeElement> elements() {
    return elements;
  }

  TimeScan scan() {
    return new TimeScan(slots);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimePattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
