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

  /** Returns whether what a letter stands for is not zero, or not the first of its kind. */
  boolean says(char letter) {
    return switch (letter) {
      case 'd' -> date.getDayOfMonth() > 1;
      case 'H', 'h' -> hour != 0;
      case 'm' -> minute != 0;
      case 's' -> second != 0;
      case 'S' -> micros != 0;
      default -> false;
    };
  }
}
