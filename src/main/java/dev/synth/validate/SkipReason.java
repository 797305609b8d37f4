package dev.synth.validate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * The reason why a metric has no value for some rows, as facts. In JSON {@code kind} says which it
 * is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SkipReason.Plain.class, name = "plain"),
  @JsonSubTypes.Type(value = SkipReason.TooFewRows.class, name = "too_few_rows"),
  @JsonSubTypes.Type(value = SkipReason.TooFewUnseen.class, name = "too_few_unseen"),
  @JsonSubTypes.Type(value = SkipReason.TooFewOthers.class, name = "too_few_others"),
  @JsonSubTypes.Type(value = SkipReason.DistinctByDesign.class, name = "distinct_by_design"),
  @JsonSubTypes.Type(value = SkipReason.NotFitted.class, name = "not_fitted"),
  @JsonSubTypes.Type(value = SkipReason.Broken.class, name = "broken")
})
public sealed interface SkipReason {
  /** A reason without numbers. */
  enum Cause {
    /** None of the draws or parts has a value, and nothing says why. */
    @JsonProperty("no_value")
    NO_VALUE,
    /** No part of the metric has a value. */
    @JsonProperty("no_part")
    NO_PART,
    /** The value is no finite number. */
    @JsonProperty("not_finite")
    NOT_FINITE,
    /** Real rows among themselves have no finite value. */
    @JsonProperty("unbounded_floor")
    UNBOUNDED_FLOOR,
    /** Each column of numbers has fewer than three values on a side. */
    @JsonProperty("no_number_column")
    NO_NUMBER_COLUMN,
    /** Each column of numbers is constant, or has fewer than three values on a side. */
    @JsonProperty("no_varying_number_column")
    NO_VARYING_NUMBER_COLUMN,
    /** No column is categorical. */
    @JsonProperty("no_categorical_column")
    NO_CATEGORICAL_COLUMN,
    /** No column is categorical and has a level. */
    @JsonProperty("no_level")
    NO_LEVEL,
    /** No cell is missing. */
    @JsonProperty("no_missing_cell")
    NO_MISSING_CELL,
    /** Fewer than two columns have missing cells. */
    @JsonProperty("no_two_columns_with_missing_cells")
    NO_TWO_COLUMNS_WITH_MISSING_CELLS,
    /** Fewer than two columns have levels. */
    @JsonProperty("no_two_columns_of_levels")
    NO_TWO_COLUMNS_OF_LEVELS,
    /** There are fewer than two columns. */
    @JsonProperty("no_two_columns")
    NO_TWO_COLUMNS,
    /** No two columns vary in the same rows. */
    @JsonProperty("no_two_varying_columns")
    NO_TWO_VARYING_COLUMNS,
    /** There are fewer than two columns, or none of them varies. */
    @JsonProperty("nothing_to_guess")
    NOTHING_TO_GUESS,
    /** The synthetic rows have no soft labels. */
    @JsonProperty("no_soft_labels")
    NO_SOFT_LABELS,
    /** No relation of the kind holds in the training rows. */
    @JsonProperty("no_relation")
    NO_RELATION,
    /** No column has a score. */
    @JsonProperty("no_scored_column")
    NO_SCORED_COLUMN,
    /** No pair of columns has a strong trend in the real rows. */
    @JsonProperty("no_strong_trend")
    NO_STRONG_TREND,
    /** No column is continuous. */
    @JsonProperty("no_continuous_column")
    NO_CONTINUOUS_COLUMN,
    /** At least half of the real rows have an equal row. */
    @JsonProperty("half_repeat")
    HALF_REPEAT,
    /** Too many rows are equal, so that a ratio of distances has no finite value. */
    @JsonProperty("too_many_equal")
    TOO_MANY_EQUAL,
    /** No generator was passed in or was asked to be fitted again. */
    @JsonProperty("no_generator")
    NO_GENERATOR,
    /** The generator gave no row after a fit to half of the training rows. */
    @JsonProperty("no_row_from_half")
    NO_ROW_FROM_HALF;

    /** Returns whether the metric has nothing to say of such a table, or was not asked for. */
    boolean isByDesign() {
      return switch (this) {
        case NO_NUMBER_COLUMN,
            NO_VARYING_NUMBER_COLUMN,
            NO_CATEGORICAL_COLUMN,
            NO_LEVEL,
            NO_MISSING_CELL,
            NO_TWO_COLUMNS_WITH_MISSING_CELLS,
            NO_TWO_COLUMNS_OF_LEVELS,
            NO_TWO_COLUMNS,
            NO_TWO_VARYING_COLUMNS,
            NOTHING_TO_GUESS,
            NO_SOFT_LABELS,
            NO_RELATION,
            NO_SCORED_COLUMN,
            NO_STRONG_TREND,
            NO_CONTINUOUS_COLUMN,
            NO_GENERATOR ->
            true;
        case NO_VALUE,
            NO_PART,
            NOT_FINITE,
            UNBOUNDED_FLOOR,
            HALF_REPEAT,
            TOO_MANY_EQUAL,
            NO_ROW_FROM_HALF ->
            false;
      };
    }
  }

  /** The rows that are too few. */
  enum Side {
    /** The synthetic rows. */
    @JsonProperty("synthetic")
    SYNTHETIC,
    /** The rare rows that the generator learned from. */
    @JsonProperty("training")
    TRAINING,
    /** The rare rows that were held out. */
    @JsonProperty("validation")
    VALIDATION;

    /** Returns the side that a reference is. */
    public static Side of(ValidationReport.Reference reference) {
      return switch (reference) {
        case TRAINING -> TRAINING;
        case VALIDATION -> VALIDATION;
      };
    }
  }

  /**
   * Returns whether the metric could say something of such a table, and rows are too few or too
   * much alike for it; false where the table has nothing of the kind, or where it was not asked
   * for.
   */
  @JsonIgnore
  default boolean isMissed() {
    return switch (this) {
      case Plain plain -> !plain.cause().isByDesign();
      case TooFewRows few -> true;
      case TooFewUnseen few -> true;
      case TooFewOthers few -> true;
      case DistinctByDesign rows -> true;
      case NotFitted fit -> true;
      case Broken broken -> true;
    };
  }

  /**
   * A reason without numbers.
   *
   * @param cause which
   */
  record Plain(Cause cause) implements SkipReason {}

  /**
   * Too few rows on a side.
   *
   * @param side which rows
   * @param needed how many the metric takes at least
   * @param there how many there are
   */
  record TooFewRows(Side side, int needed, int there) implements SkipReason {}

  /**
   * Too few real rare rows that no generator saw.
   *
   * @param needed how many the metric takes at least
   */
  record TooFewUnseen(int needed) implements SkipReason {}

  /**
   * Too few training rows of the other class.
   *
   * @param needed how many the metric takes at least
   */
  record TooFewOthers(int needed) implements SkipReason {}

  /**
   * Real rows that repeat each other less than by chance, so that equal rows are no sign of
   * copying.
   *
   * @param equalPairs how many pairs of real rows are equal
   * @param byChance how many would be if the columns were independent
   * @param unseenNeeded how many real rare rows that no generator saw could tell
   */
  record DistinctByDesign(double equalPairs, double byChance, int unseenNeeded)
      implements SkipReason {}

  /**
   * A generator that could not be fitted to half of the training rows.
   *
   * @param problem the message of the problem that ended the fit, in the words of what threw it
   */
  record NotFitted(String problem) implements SkipReason {}

  /**
   * A metric that broke, a bug of ours.
   *
   * @param exception what was thrown, with its message
   * @param place where, a line of the stack
   */
  record Broken(String exception, String place) implements SkipReason {
    /** Returns what an exception tells. */
    public static Broken of(RuntimeException e) {
      StackTraceElement[] stack = e.getStackTrace();
      return new Broken(e.toString(), stack.length == 0 ? "" : stack[0].toString());
    }
  }
}
