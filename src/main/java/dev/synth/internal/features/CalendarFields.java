package dev.synth.internal.features;

import dev.synth.features.CalendarOptions;
import dev.synth.internal.base.Micros;
import java.util.List;
import java.util.Locale;

/** The fields of the calendar, as numbers: the hour, or the index of a level. */
public final class CalendarFields {
  private static final List<String> WEEKDAYS =
      List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
  private static final List<String> TRUTHS = List.of("false", "true");

  /** 1970-01-01 was a Thursday. */
  private static final long FIRST_WEEKDAY = 3;

  private CalendarFields() {}

  /** Returns the column's name. */
  static String name(CalendarOptions.Field field) {
    return "calendar_" + field.name().toLowerCase(Locale.ROOT);
  }

  /** Returns the levels of a field; none where it is a number. */
  public static List<String> levels(CalendarOptions.Field field) {
    return switch (field) {
      case HOUR -> List.of();
      case WEEKDAY -> WEEKDAYS;
      case HOLIDAY -> TRUTHS;
    };
  }

  /** Returns a field of a time, by the clock of its cells. */
  static double of(CalendarOptions.Field field, long local, FeaturePlan plan) {
    long day = Math.floorDiv(local, Micros.PER_DAY);
    long hour = Math.floorMod(local, Micros.PER_DAY) / Micros.PER_HOUR;
    return switch (field) {
      case HOUR -> hour;
      case WEEKDAY -> Math.floorMod(day + FIRST_WEEKDAY, WEEKDAYS.size());
      case HOLIDAY -> plan.holidays().contains(day) ? 1 : 0;
    };
  }
}
