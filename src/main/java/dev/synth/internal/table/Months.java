package dev.synth.internal.table;

import dev.synth.internal.base.Micros;
import java.time.LocalDate;

/** Points in time that are the first of a month, at midnight, as columns of months hold them. */
public final class Months {
  private static final int MONTHS_PER_YEAR = 12;

  private Months() {}

  /** Returns whether microseconds since 1970-01-01T00:00 are the first of a month, at midnight. */
  public static boolean isFirst(long micros) {
    return micros % Micros.PER_DAY == 0
        && LocalDate.ofEpochDay(micros / Micros.PER_DAY).getDayOfMonth() == 1;
  }

  /** Returns the months from January 1970 to the month of a point in time. */
  public static long of(long micros) {
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(micros, Micros.PER_DAY));
    return date.getYear() * (long) MONTHS_PER_YEAR + date.getMonthValue() - 1 - 1970 * 12L;
  }

  /** Returns the first of the month that is a number of months after January 1970. */
  public static long first(long months) {
    long year = 1970 + Math.floorDiv(months, MONTHS_PER_YEAR);
    int month = 1 + Math.floorMod(months, MONTHS_PER_YEAR);
    return LocalDate.of((int) year, month, 1).toEpochDay() * Micros.PER_DAY;
  }
}
