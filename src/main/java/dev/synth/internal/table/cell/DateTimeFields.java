package dev.synth.internal.table.cell;

import dev.synth.internal.base.Micros;
import java.time.LocalDate;

/** A point in time, taken apart to be written. */
final class DateTimeFields {
  final LocalDate date;
  final int hour;
  final int minute;
  final int second;
  final int micros;

  DateTimeFields(long sinceEpoch) {
    date = LocalDate.ofEpochDay(Math.floorDiv(sinceEpoch, Micros.PER_DAY));
    long ofDay = Math.floorMod(sinceEpoch, Micros.PER_DAY);
    int seconds = (int) (ofDay / Micros.PER_SECOND);
    micros = (int) (ofDay % Micros.PER_SECOND);
    hour = seconds / 3_600;
    minute = seconds / 60 % 60;
    second = seconds % 60;
  }

  private DateTimeFields(LocalDate date) {
    this.date = date;
    hour = 24;
    minute = 0;
    second = 0;
    micros = 0;
  }

  /** Returns the fields of a time, of which midnight is the end of the day before. */
  static DateTimeFields toMidnight(long sinceEpoch) {
    DateTimeFields usual = new DateTimeFields(sinceEpoch);
    return Math.floorMod(sinceEpoch, Micros.PER_DAY) == 0
        ? new DateTimeFields(usual.date.minusDays(1))
        : usual;
  }

  /** Returns whether what a letter stands for is not zero, or not the first of its kind. */
  boolean says(char letter) {
    return switch (letter) {
      case 'd' -> date.getDayOfMonth() > 1;
      case 'H', 'h', 'k' -> hour != 0;
      case 'm' -> minute != 0;
      case 's' -> second != 0;
      case 'S' -> micros != 0;
      default -> false;
    };
  }
}
