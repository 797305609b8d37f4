package dev.synth.split;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import java.time.Duration;

/** Options of the split into training, validation and test rows. */
public record SplitOptions(
    @Setting(
            "`random` (stratified; whole groups where `data.group` is set), `group` (the same,"
                + " and `data.group` is required), or `time` (train on the past; needs"
                + " `data.time`).")
        Method method,
    @Setting("Share of the rows that thresholds are chosen on.") double validation,
    @Setting("Share of the rows that the result is measured on.") double test,
    @Setting(
            "Time split only: how much time is left out between the parts, such as `7d`, `12h`"
                + " or `30m`. Where `data.time` is a number, one second is one unit.")
        Duration gap,
    @Setting(
            "Time split only: how many origins, and test windows, there are, at most 50. Each"
                + " has the next `test` share of the rows to itself, the `validation` share"
                + " before it, and learns from all rows before that.")
        int origins) {
  /** The method by which sides are chosen. */
  public enum Method {
    /** Stratified at random. */
    RANDOM,
    /** Stratified at random, by whole groups. */
    GROUP,
    /** By time: the past to learn from, the future to measure on. */
    TIME
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
}
