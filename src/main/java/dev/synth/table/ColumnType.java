package dev.synth.table;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import org.jspecify.annotations.Nullable;

/**
 * What kind of values a column holds, and the bounds that the user gave it.
 *
 * <p>Nothing observed belongs here: ranges, levels and decimals of the data are learned on training
 * rows, by whoever needs them.
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
    /** Numbers of which the user said nothing. */
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

  /** Points in time, without a time zone. */
  record Timestamp(@Setting("Whether these are days without a time.") boolean dateOnly)
      implements ColumnType {
    /** Points in time of which the user said nothing. */
    public static Timestamp defaults() {
      return new Timestamp(false);
    }
  }

  /** Names of rows or of things: never modelled, never emitted, but usable to split by. */
  record Identifier() implements ColumnType {}
}
