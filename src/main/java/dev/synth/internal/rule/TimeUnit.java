package dev.synth.internal.rule;

import dev.synth.internal.base.Micros;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A unit in which the time between two points in time is told; a function of the rule language. */
public enum TimeUnit {
  DAYS(86_400e6, ChronoUnit.DAYS),
  HOURS(3_600e6, ChronoUnit.HOURS),
  MINUTES(60e6, ChronoUnit.MINUTES),
  SECONDS(1e6, ChronoUnit.SECONDS),
  /** Of the calendar: from the 31st of January it is one month to the last of February. */
  MONTHS(Double.NaN, ChronoUnit.MONTHS),
  /** Of the calendar, as ages are told. */
  YEARS(Double.NaN, ChronoUnit.YEARS);

  private final double micros;
  private final ChronoUnit calendar;

  TimeUnit(double micros, ChronoUnit calendar) {
    this.micros = micros;
    this.calendar = calendar;
  }

  /** Returns the unit with the name of a function; names are in lower case. */
  static Optional<TimeUnit> of(String function) {
    return Stream.of(values()).filter(unit -> unit.function().equals(function)).findFirst();
  }

  /** Returns the function's name. */
  public String function() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns how many microseconds it has; NaN of a unit whose length depends on the date. */
  public double micros() {
    return micros;
  }

  /** Returns whether its length depends on the date. */
  public boolean isOfCalendar() {
    return Double.isNaN(micros);
  }

  /**
   * Returns the number of units from one point in time to another, below 0 where that is earlier.
   * Of a unit of the calendar, what is over counts as its share of the unit that has begun.
   *
   * @param from microseconds since 1970-01-01T00:00, or NaN
   * @param to the same
   * @return NaN where either is
   */
  public double between(double from, double to) {
    if (!isOfCalendar() || Double.isNaN(from) || Double.isNaN(to)) {
      return (to - from) / (isOfCalendar() ? 1 : micros);
    }
    if (to < from) {
      return -between(to, from);
    }
    LocalDateTime start = dateTime(from);
    LocalDateTime end = dateTime(to);
    long whole = calendar.between(start, end);
    LocalDateTime begun = start.plus(whole, calendar);
    LocalDateTime next = start.plus(whole + 1, calendar);
    double share =
        (double) ChronoUnit.MICROS.between(begun, end) / ChronoUnit.MICROS.between(begun, next);
    return whole + Math.clamp(share, 0, Math.nextDown(1.0));
  }

  /**
   * Returns the point in time that is a number of units after another.
   *
   * @throws IllegalStateException of a unit of the calendar
   */
  public double after(double from, double units) {
    if (isOfCalendar()) {
      throw new IllegalStateException(function() + " are not added to times");
    }
    return Math.rint(from + units * micros);
  }

  private static LocalDateTime dateTime(double micros) {
    long at = (long) micros;
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(at, Micros.PER_SECOND),
        (int) Math.floorMod(at, Micros.PER_SECOND) * 1_000,
        ZoneOffset.UTC);
  }
}
