package dev.synth.internal.table;

import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import dev.synth.internal.table.cell.TimeFinder;
import dev.synth.internal.table.cell.TimePattern;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import java.util.List;
import java.util.OptionalLong;

/** Single cells as text, as files and messages have them. */
public final class CellText {
  private CellText() {}

  /** Returns a cell's text; the empty text where it is missing. */
  public static String of(Column column, Cells cells, int row) {
    if (cells.isMissing(row)) {
      return "";
    }
    return switch (cells) {
      case Cells.Numbers numbers -> number(numbers.value(row));
      case Cells.Levels levels -> levels.value(row);
      case Cells.Instants instants -> instant(column, instants.value(row));
      case Cells.Texts texts -> texts.value(row);
    };
  }

  /** Returns the shortest text that reads back as the same number. */
  public static String number(double value) {
    return NumberText.of(value);
  }

  /**
   * Returns a point in time as ISO 8601 has it: the date alone in a column of dates, and no date in
   * one of times of day.
   */
  public static String instant(Column column, long micros) {
    return switch (column.type()) {
      case ColumnType.Timestamp timestamp when timestamp.dateOnly() -> InstantText.date(micros);
      case ColumnType.TimeOfDay time -> InstantText.timeOfDay(micros);
      case ColumnType.Timestamp timestamp -> InstantText.timestamp(micros);
      case ColumnType.Numeric numeric -> InstantText.timestamp(micros);
      case ColumnType.Categorical categorical -> InstantText.timestamp(micros);
      case ColumnType.Identifier identifier -> InstantText.timestamp(micros);
    };
  }

  /**
   * Returns the microseconds since midnight of a time of day such as {@code 19:08} or {@code 7:08
   * pm}, or empty where a text is none.
   */
  public static OptionalLong parseTimeOfDay(String text) {
    for (TimeFinder.FoundPattern found : TimeFinder.find(List.of(text))) {
      TimePattern.ReadTime reading = found.pattern().parse(text);
      if (reading != null && !found.pattern().hasDate()) {
        return OptionalLong.of(reading.micros());
      }
    }
    return OptionalLong.empty();
  }

  /**
   * Returns the microseconds since 1970-01-01T00:00 of an ISO 8601 text, or empty if it is none.
   */
  public static OptionalLong parseInstant(String text) {
    InstantText instant = InstantText.parse(text);
    return instant == null ? OptionalLong.empty() : OptionalLong.of(instant.micros());
  }
}
