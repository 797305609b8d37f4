package dev.synth.internal.table.cell;

import dev.synth.internal.base.Micros;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whole numbers that say days or points in time: {@code 20240315}, {@code 1710495000}. */
public final class TimeNumbers {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  /** 1990-01-01 and 2100-01-01 in seconds since 1970. */
  private static final double FIRST_SECOND = 631_152_000;

  private static final double LAST_SECOND = 4_102_444_800.0;

  /** 1980-01-01 and 2061-01-01 in the days of spreadsheets. */
  private static final double FIRST_SERIAL = 29_221;

  private static final double LAST_SERIAL = 58_806;

  /** So many digits of a day are more than a millisecond. */
  private static final int MOST_DIGITS = 9;

  /** Forms that no other numbers have by chance, but for a few. */
  private static final List<String> SURE = List.of("yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss");

  /** Forms that other numbers have, too; the first that fits counts. */
  private static final List<String> UNSURE = List.of("yyyyMM", "yyMMdd", "yyyyDDD");

  private TimeNumbers() {}

  /**
   * A reading of numbers as times.
   *
   * @param pattern how they are written
   * @param isSure whether other numbers hardly ever look like it, so that their column's name need
   *     not say so
   */
  public record Guess(TimePattern pattern, boolean isSure) {}

  /**
   * Returns how numbers say times, or null where they do not.
   *
   * @param numbers NaN where missing; at least one is not
   */
  public static @Nullable Guess of(double[] numbers) {
    for (String pattern : SURE) {
      if (all(numbers, TimePattern.of(pattern))) {
        return new Guess(TimePattern.of(pattern), true);
      }
    }
    for (String pattern : UNSURE) {
      if (all(numbers, TimePattern.of(pattern))) {
        return new Guess(TimePattern.of(pattern), false);
      }
    }
    if (within(numbers, 1)) {
      return new Guess(TimePattern.of(TimePattern.EPOCH_SECONDS), false);
    }
    if (!areWhole(numbers)) {
      return null;
    }
    if (within(numbers, 1_000)) {
      return new Guess(TimePattern.of(TimePattern.EPOCH_MILLISECONDS), false);
    }
    if (within(numbers, 1e6)) {
      return new Guess(TimePattern.of(TimePattern.EPOCH_MICROSECONDS), false);
    }
    return within(numbers, 1e9)
        ? new Guess(TimePattern.of(TimePattern.EPOCH_NANOSECONDS), false)
        : null;
  }

  /**
   * Returns how numbers say days as spreadsheets count them, or null where they do not: all of the
   * years from 1980 to 2060.
   *
   * @param numbers NaN where missing; at least one is not
   */
  public static @Nullable TimePattern ofSpreadsheet(double[] numbers) {
    for (double number : numbers) {
      if (!Double.isNaN(number) && !(number >= FIRST_SERIAL && number < LAST_SERIAL)) {
        return null;
      }
    }
    TimePattern days = TimePattern.of(TimePattern.EXCEL_DAYS);
    return areWhole(numbers) ? days : days.withDigits(MOST_DIGITS);
  }

  private static boolean all(double[] numbers, TimePattern pattern) {
    boolean any = false;
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        if (number != Math.rint(number) || number < 0 || number >= 1e15) {
          return false;
        }
        TimePattern.ReadTime reading = pattern.parse(Long.toString((long) number));
        if (reading == null || !isPlausible(reading.micros())) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  /** Returns whether a point in time lies in the years from 1900 to 2100. */
  public static boolean isPlausible(long micros) {
    int year = LocalDate.ofEpochDay(Math.floorDiv(micros, Micros.PER_DAY)).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static boolean within(double[] numbers, double unitsPerSecond) {
    boolean any = false;
    for (double number : numbers) {
      if (!Double.isNaN(number)) {
        double seconds = number / unitsPerSecond;
        if (!(seconds >= FIRST_SECOND && seconds < LAST_SECOND)) {
          return false;
        }
        any = true;
      }
    }
    return any;
  }

  private static boolean areWhole(double[] numbers) {
    for (double number : numbers) {
      if (!Double.isNaN(number) && number != Math.rint(number)) {
        return false;
      }
    }
    return true;
  }
}
