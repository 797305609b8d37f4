package dev.synth.table;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import dev.synth.internal.table.cell.TimePattern;
import org.jspecify.annotations.Nullable;

/**
 * The kind of values that a column holds, and the bounds that the user gave it.
 *
 * <p>Nothing observed belongs here: ranges, levels and decimals of the data are learned on training
 * rows, where they are needed.
 */
public sealed interface ColumnType {
  /** Numbers. */
  record Numeric(
      @Setting("Digits after the point, in [0, 9]; left out, learned from the training rows.")
          @Nullable Integer decimals,
      @Setting("The smallest value allowed.") @Nullable Double min,
      @Setting("The largest value allowed.") @Nullable Double max,
      @Setting(
              "How its cells are written, by the example of one: `1.234,50 €`; left out, found from"
                  + " the cells.")
          @Nullable String format)
      implements ColumnType {
    /** Numbers without bounds, decimals or form of the user's. */
    public static final Numeric UNBOUNDED = new Numeric(null, null, null);

    /** Numbers whose form is found from their cells. */
    public Numeric(@Nullable Integer decimals, @Nullable Double min, @Nullable Double max) {
      this(decimals, min, max, null);
    }

    public Numeric {
      InvalidValue.unless(
          decimals == null || (decimals >= 0 && decimals <= 9),
          "decimals",
          "must be in [0, 9]",
          String.valueOf(decimals));
      InvalidValue.unless(
          min == null || Double.isFinite(min), "min", "must be finite", String.valueOf(min));
      InvalidValue.unless(
          max == null || Double.isFinite(max), "max", "must be finite", String.valueOf(max));
      InvalidValue.unless(
          min == null || max == null || min <= max, "max", "must be at least min " + min, max);
    }
  }

  /** One of a set of levels; booleans too. */
  record Categorical() implements ColumnType {}

  /** Points in time, days or months; local ones where cells have an offset from UTC. */
  record Timestamp(
      @Setting("Whether these are days without a time.") boolean dateOnly,
      @Setting(
              "How its cells are written, such as `dd/MM/yyyy HH:mm`, or `epoch-seconds`; left out,"
                  + " found from the cells.")
          @Nullable String format)
      implements ColumnType {
    /** Points in time whose form is found from their cells. */
    public Timestamp(boolean dateOnly) {
      this(dateOnly, null);
    }

    public Timestamp {
      requirePattern(format, true);
    }

    /** Points in time whose pattern the user did not give. */
    public static Timestamp defaults() {
      return new Timestamp(false);
    }
  }

  /** Times of day; the day is a circle, so that midnight parts nothing. */
  record TimeOfDay(
      @Setting("How its cells are written, such as `HHmm`; left out, found from the cells.")
          @Nullable String format)
      implements ColumnType {
    /** Times of day whose form is found from their cells. */
    public TimeOfDay() {
      this(null);
    }

    public TimeOfDay {
      requirePattern(format, false);
    }
  }

  private static void requirePattern(@Nullable String format, boolean isDate) {
    if (format == null) {
      return;
    }
    try {
      boolean hasDate = TimePattern.of(format).hasDate();
      String must = isDate ? "must have a year (yyyy) and a month (MM)" : "must not have a date";
      InvalidValue.unless(hasDate == isDate, "format", must, "'" + format + "'");
    } catch (InvalidValue e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidValue("format", "must " + e.getMessage(), "'" + format + "'");
    }
  }

  /** Names of rows or of things: never modelled, never emitted, but usable to split by. */
  record Identifier() implements ColumnType {}
}
