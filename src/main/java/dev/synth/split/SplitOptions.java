package dev.synth.split;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import java.time.Duration;

/**
 * How the rows are cut into training, validation and test.
 *
 * @param method how sides are chosen
 * @param validation the share of rows for validation, in (0, 1)
 * @param test the share of rows for test, in (0, 1)
 * @param gap how much time is dropped before the validation and before the test rows
 * @param origins how many times a time split goes forward, each with test rows of its own
 */
public record SplitOptions(
    @Setting(
            value =
                "`random` (stratified; whole groups where `data.group` is set), `group` (the same,"
                    + " and `data.group` is required), or `time` (train on the past; needs"
                    + " `data.time`).",
            byDefault = "random")
        Method method,
    @Setting(value = "Share of the rows that thresholds are chosen on.", byDefault = "0.2")
        double validation,
    @Setting(value = "Share of the rows that the result is measured on.", byDefault = "0.2")
        double test,
    @Setting(
            value =
                "Time split only: how much time is left out between the parts, such as `7d`, `12h`"
                    + " or `30m`. Where `data.time` is a number, one second is one unit.",
            byDefault = "0d")
        Duration gap,
    @Setting(
            value =
                "Time split only: how many origins, and test windows, there are, at most 50. Each"
                    + " has the next `test` share of the rows to itself, the `validation` share"
                    + " before it, and learns from all rows before that.",
            byDefault = "1")
        int origins) {
  /** How sides are chosen. */
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
}
