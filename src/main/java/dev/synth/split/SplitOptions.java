package dev.synth.split;

import dev.synth.base.InvalidValue;
import dev.synth.base.Problem;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.internal.table.cell.InstantText;
import dev.synth.internal.table.cell.NumberText;
import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Options of the split into training, validation and test rows. */
public record SplitOptions(
    @Setting(
            "`random` (stratified; whole groups where `data.group` is set), `group` (the same,"
                + " and `data.group` is required), `time` (train on the past; needs"
                + " `data.time`), or `column` (as a column says; needs `column`).")
        Method method,
    @Setting("Share of the rows that thresholds are chosen on, in (0, 1).") double validation,
    @Setting(
            "Share of the rows that the result is measured on, in (0, 1). Both together must be"
                + " below 1.")
        double test,
    @Setting(
            "Time split only: how much time is left out between the parts, such as `7d`, `12h`"
                + " or `30m`. Where `data.time` is a number, one second is one unit.")
        Duration gap,
    @Setting(
            "Time split only: how many origins, and test windows, there are, in [1, 50]. Each"
                + " has the next `test` share of the rows to itself, the `validation` share"
                + " before it, and learns from all rows before that.")
        int origins,
    @Setting(
            "Time split only: the times at which validation and test rows begin, in place of"
                + " shares: a block, or left out.")
        @Nullable Cuts cuts,
    @Setting(
            "Method `column` only: the column that says `training`, `validation` or `test` of each"
                + " row, in place of shares. It must be among `data.exclude`.")
        @Nullable String column) {
  /** Options of a time split's cuts: the times at which its later parts begin. */
  public record Cuts(
      @Setting(
              value =
                  "The time of the first validation row, such as `2024-05-01 00:00:00`, or a number"
                      + " where `data.time` is one.",
              required = true)
          String validation,
      @Setting(value = "The time of the first test row.", required = true) String test) {
    /** The key of these options. */
    static final String KEY = "split.cuts";

    public Cuts {
      InvalidValue.unless(!validation.isBlank(), "validation", "must not be empty", "''");
      InvalidValue.unless(!test.isBlank(), "test", "must not be empty", "''");
    }

    /** Returns the defaults, of no use but as an example; a config must name its own. */
    public static Cuts defaults() {
      return new Cuts("2024-05-01", "2024-06-01");
    }

    /** Returns the same with {@code validation} changed. */
    public Cuts withValidation(String validation) {
      return Records.with(this, "validation", validation);
    }

    /** Returns the same with {@code test} changed. */
    public Cuts withTest(String test) {
      return Records.with(this, "test", test);
    }

    /**
     * Returns when validation rows begin.
     *
     * @param isInstant whether the times are points in time, or numbers
     * @return microseconds since 1970 in UTC, or the number
     * @throws Problem (usage) if it is neither
     */
    public double validationStart(boolean isInstant) {
      return time("validation", validation, isInstant);
    }

    /** Returns when test rows begin; see {@link #validationStart}. */
    public double testStart(boolean isInstant) {
      return time("test", test, isInstant);
    }

    private static double time(String key, String from, boolean isInstant) {
      OptionalDouble number = NumberText.parse(from.strip());
      InstantText time = InstantText.parse(from.strip());
      if (isInstant && time != null) {
        return time.micros();
      }
      if (!isInstant && number.isPresent()) {
        return number.getAsDouble();
      }
      throw Problem.usage(
          "%s.%s: '%s' is no %s",
          KEY,
          key,
          from,
          isInstant
              ? "time such as 2024-01-31 23:59:59"
              : "number, and the column of data.time holds numbers");
    }
  }

  /** The method by which sides are chosen. */
  public enum Method {
    /** Stratified at random. */
    RANDOM,
    /** Stratified at random, by whole groups. */
    GROUP,
    /** By time: the past to learn from, the future to measure on. */
    TIME,
    /** As a column says, the same in every repeat. */
    COLUMN;

    /** Returns whether all repeats test the same rows, so that others are only fits anew. */
    public boolean isFixed() {
      return switch (this) {
        case RANDOM, GROUP -> false;
        case TIME, COLUMN -> true;
      };
    }
  }

  public SplitOptions {
    InvalidValue.unless(
        validation > 0 && validation < 1, "validation", "must be in (0, 1)", validation);
    InvalidValue.unless(test > 0 && test < 1, "test", "must be in (0, 1)", test);
    InvalidValue.unless(
        validation + test < 1,
        "test",
        "must leave training rows: validation + test must be below 1",
        test);
    InvalidValue.unless(!gap.isNegative(), "gap", "must not be negative", gap);
    InvalidValue.unless(
        gap.isZero() || method == Method.TIME, "gap", "is for `method: time` only", gap);
    InvalidValue.unless(origins >= 1 && origins <= 50, "origins", "must be in [1, 50]", origins);
    InvalidValue.unless(
        origins == 1 || method == Method.TIME, "origins", "is for `method: time` only", origins);
    InvalidValue.unless(
        validation + origins * test < 1,
        "origins",
        "must leave training rows: validation + origins × test must be below 1",
        origins);
    InvalidValue.unless(
        cuts == null || (method == Method.TIME && origins == 1),
        "cuts",
        "is for `method: time` with one origin only",
        cuts);
    InvalidValue.unless(
        (column != null) == (method == Method.COLUMN),
        "column",
        "is for `method: column` alone, which needs it",
        column == null ? "left out" : "'" + column + "'");
  }

  /** Options of a split by shares. */
  public SplitOptions(Method method, double validation, double test, Duration gap, int origins) {
    this(method, validation, test, gap, origins, null, null);
  }

  /** Returns the defaults. */
  public static SplitOptions defaults() {
    return new SplitOptions(Method.RANDOM, 0.2, 0.2, Duration.ZERO, 1);
  }

  /** Returns the same with {@code method} changed. */
  public SplitOptions withMethod(Method method) {
    return Records.with(this, "method", method);
  }

  /** Returns the same with {@code validation} changed. */
  public SplitOptions withValidation(double validation) {
    return Records.with(this, "validation", validation);
  }

  /** Returns the same with {@code test} changed. */
  public SplitOptions withTest(double test) {
    return Records.with(this, "test", test);
  }

  /** Returns the same with {@code gap} changed. */
  public SplitOptions withGap(Duration gap) {
    return Records.with(this, "gap", gap);
  }

  /** Returns the same with {@code origins} changed. */
  public SplitOptions withOrigins(int origins) {
    return Records.with(this, "origins", origins);
  }

  /** Returns the same with {@code cuts} changed: the times of a time split with one origin. */
  public SplitOptions withCuts(@Nullable Cuts cuts) {
    return Records.with(this, "cuts", cuts);
  }

  /** Returns the same with {@code column} changed; see {@link #byColumn}. */
  public SplitOptions withColumn(@Nullable String column) {
    return Records.with(this, "column", column);
  }

  /**
   * Returns options of the method {@code column}, with these shares, which then decide nothing.
   *
   * @param named the column
   */
  public SplitOptions byColumn(String named) {
    return new SplitOptions(Method.COLUMN, validation, test, Duration.ZERO, 1, null, named);
  }
}
