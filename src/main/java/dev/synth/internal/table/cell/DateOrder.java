package dev.synth.internal.table.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The order of day, month and year in a column of times. */
public enum DateOrder {
  /** ISO 8601: {@code 2024-01-31}. */
  ISO("year-month-day"),
  /** {@code 2024/1/31}. */
  YEAR_FIRST("year/month/day"),
  /** {@code 31/1/2024}, {@code 31.01.24}. */
  DAY_FIRST("day/month/year"),
  /** {@code 1/31/2024}. */
  MONTH_FIRST("month/day/year");

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})(?:[T ](\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?");

  /** POSIX: years of two digits up to this one belong to the 21st century. */
  private static final int LAST_OF_2000 = 68;

  private final String words;

  DateOrder(String words) {
    this.words = words;
  }

  /** Returns the order in words. */
  public String words() {
    return words;
  }

  /** Returns the orders in which every text is a point in time; ISO alone where it is one. */
  public static List<DateOrder> fitting(List<String> texts) {
    if (texts.isEmpty() || texts.stream().allMatch(text -> ISO.parse(text) != null)) {
      return List.of(ISO);
    }
    return Arrays.stream(values())
        .filter(order -> order != ISO)
        .filter(order -> texts.stream().allMatch(text -> order.parse(text) != null))
        .toList();
  }

  /** Returns the point in time that a text says, or null if it says none in this order. */
  public @Nullable InstantText parse(String text) {
    if (this == ISO) {
      return InstantText.parse(text);
    }
    Matcher match = TIME.matcher(text);
    if (!match.matches()) {
      return null;
    }
    try {
      LocalDate date = date(match.group(1), match.group(3), match.group(4));
      if (match.group(5) == null) {
        return InstantText.of(date.atStartOfDay(), true);
      }
      return InstantText.of(
          date.atTime(number(match.group(5)), number(match.group(6)), number(match.group(7))),
          false);
    } catch (DateTimeException e) {
      return null; // such as a 13th month
    }
  }

  private LocalDate date(String first, String second, String third) {
    return switch (this) {
      case ISO, YEAR_FIRST -> LocalDate.of(year(first), number(second), number(third));
      case DAY_FIRST -> LocalDate.of(year(third), number(second), number(first));
      case MONTH_FIRST -> LocalDate.of(year(third), number(first), number(second));
    };
  }

  private static int year(String digits) {
    int year = number(digits);
    return switch (digits.length()) {
      case 4 -> year;
      case 2 -> year + (year <= LAST_OF_2000 ? 2000 : 1900);
      default -> throw new DateTimeException("a year has two digits or four");
    };
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
