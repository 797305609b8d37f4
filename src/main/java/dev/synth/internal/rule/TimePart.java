package dev.synth.internal.rule;

import dev.synth.internal.base.Micros;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of a point in time, on the row's own clock; a function of the rule language. */
public enum TimePart {
  YEAR(Kind.NUMBER),
  /** 1 to 4. */
  QUARTER(Kind.NUMBER),
  /** 1 to 12. */
  MONTH(Kind.NUMBER),
  /** 1, Monday, to 7. */
  WEEKDAY(Kind.NUMBER),
  /** The week of the year by ISO 8601, 1 to 53. */
  WEEK(Kind.NUMBER),
  /** The day of the month. */
  DAY(Kind.NUMBER),
  HOUR(Kind.NUMBER),
  MINUTE(Kind.NUMBER),
  /** Midnight before. */
  DATE(Kind.TIME),
  /** Midnight before the month's first day. */
  START_OF_MONTH(Kind.TIME),
  /** Midnight before the quarter's first day. */
  START_OF_QUARTER(Kind.TIME),
  /** Midnight before the week's Monday. */
  START_OF_WEEK(Kind.TIME),
  /** The time by the row's own clock. */
  LOCAL(Kind.TIME),
  /** The time of day. */
  TIME(Kind.TIME_OF_DAY);

  /** The kind of value that a part is. */
  public enum Kind {
    NUMBER,
    TIME,
    TIME_OF_DAY
  }

  private final Kind kind;

  TimePart(Kind kind) {
    this.kind = kind;
  }

  /** Returns the part with the name of a function; names are in lower case. */
  static Optional<TimePart> of(String function) {
    return Stream.of(values()).filter(part -> part.function().equals(function)).findFirst();
  }

  /** Returns the function's name. */
  public String function() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what the part is. */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the part: a number, or a time in microseconds.
   *
   * @param micros microseconds since 1970-01-01T00:00; NaN where missing, and then so is the part
   */
  public double of(double micros) {
    if (Double.isNaN(micros)) {
      return micros;
    }
    long at = (long) micros;
    long ofDay = Math.floorMod(at, Micros.PER_DAY);
    return switch (this) {
      case HOUR -> Math.floorDiv(ofDay, Micros.PER_HOUR);
      case MINUTE -> Math.floorDiv(Math.floorMod(ofDay, Micros.PER_HOUR), Micros.PER_MINUTE);
      case DATE -> at - ofDay;
      case TIME -> ofDay;
      case LOCAL -> at;
      case YEAR,
          QUARTER,
          MONTH,
          WEEK,
          WEEKDAY,
          DAY,
          START_OF_WEEK,
          START_OF_MONTH,
          START_OF_QUARTER ->
          ofDate(LocalDate.ofEpochDay(Math.floorDiv(at, Micros.PER_DAY)));
    };
  }

  private double ofDate(LocalDate date) {
    return switch (this) {
      case YEAR -> date.getYear();
      case QUARTER -> Math.floorDiv(date.getMonthValue() + 2, 3);
      case MONTH -> date.getMonthValue();
      case WEEKDAY -> date.getDayOfWeek().getValue();
      case WEEK -> date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
      case DAY -> date.getDayOfMonth();
      case START_OF_WEEK ->
          (double) ((date.toEpochDay() - date.getDayOfWeek().getValue() + 1) * Micros.PER_DAY);
      case START_OF_MONTH -> (double) (date.withDayOfMonth(1).toEpochDay() * Micros.PER_DAY);
      case START_OF_QUARTER -> {
        int first = (date.getMonthValue() - 1) / 3 * 3 + 1;
        yield (double) (LocalDate.of(date.getYear(), first, 1).toEpochDay() * Micros.PER_DAY);
      }
      case HOUR, MINUTE, DATE, LOCAL, TIME ->
          throw new IllegalArgumentException("no part of a date");
    };
  }
}
