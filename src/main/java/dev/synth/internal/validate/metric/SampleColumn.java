package dev.synth.internal.validate.metric;

import dev.synth.internal.stats.Circle;
import dev.synth.internal.table.cell.InstantText;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column as metrics see it; everything about it but the levels is learned on rare training rows.
 *
 * @param name the column's name
 * @param kind how values compare
 * @param levels of a column of levels: those of the rare training rows, the most frequent first,
 *     then levels seen elsewhere only; empty for numbers
 * @param spread of a column of numbers: the distance of its 5 % and 95 % quantiles, its range where
 *     they agree, 0 where it is constant; 0 for levels
 * @param step of a column of numbers: what its values are multiples of, above 0; 1 for levels
 * @param continuous whether so many values differ that equal ones are a coincidence
 * @param mayBeMissing whether any row, real or synthetic, is missing here
 * @param origin of a column of times of day: the microseconds after midnight at which the day is
 *     cut, from where its values count; 0 for others
 */
public record SampleColumn(
    String name,
    Kind kind,
    List<String> levels,
    double spread,
    double step,
    boolean continuous,
    boolean mayBeMissing,
    double origin) {
  /** The way in which values compare. */
  public enum Kind {
    /** Numbers. */
    NUMBER,
    /** Points in time, in microseconds since 1970. */
    TIME,
    /** Times of day, in microseconds after the column's origin, in [0, 24 hours). */
    TIME_OF_DAY,
    /** Levels, without an order. */
    LEVEL
  }

  public SampleColumn {
    levels = List.copyOf(levels);
  }

  /** Returns whether values are numbers or points in time. */
  public boolean isNumber() {
    return kind != Kind.LEVEL;
  }

  /** Returns the circle that values lie on, or null where they lie on a line or are levels. */
  public @Nullable Circle circle() {
    return kind == Kind.TIME_OF_DAY ? Circle.DAY : null;
  }

  /** Returns a − b; of times of day the shortest way from b to a. */
  public double difference(double a, double b) {
    return kind == Kind.TIME_OF_DAY ? Circle.DAY.way(b, a) : a - b;
  }

  /** Returns a cell in plain words, as in reports. */
  public String text(double value) {
    if (Double.isNaN(value)) {
      return "missing";
    }
    return switch (kind) {
      case NUMBER -> number(value);
      case TIME -> moment((long) value);
      case TIME_OF_DAY -> InstantText.timeOfDay((long) Circle.DAY.wrapped(value + origin));
      case LEVEL -> value < 0 ? "another level" : levels.get((int) value);
    };
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4g", value);
  }

  private static String moment(long micros) {
    return LocalDateTime.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), 0, ZoneOffset.UTC)
        .toString();
  }
}
