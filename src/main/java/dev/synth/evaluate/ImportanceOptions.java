package dev.synth.evaluate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;

/** Options of the importance of columns. */
public record ImportanceOptions(
    @Setting("In how many repeats, from the first on, in [0, 1000]; 0 leaves it out.") int repeats,
    @Setting("How often each column is permuted, in [2, 100].") int shuffles,
    @Setting(
            "The most validation rows, in [50, 1000000]: the rare ones, up to half of so many, and"
                + " others drawn at random.")
        int rows,
    @Setting("How many columns are kept, in [1, 1000].") int top) {
  public ImportanceOptions {
    InvalidValue.unless(
        repeats >= 0 && repeats <= 1000, "repeats", "must be in [0, 1000]", repeats);
    InvalidValue.unless(
        shuffles >= 2 && shuffles <= 100, "shuffles", "must be in [2, 100]", shuffles);
    InvalidValue.unless(rows >= 50 && rows <= 1_000_000, "rows", "must be in [50, 1000000]", rows);
    InvalidValue.unless(top >= 1 && top <= 1000, "top", "must be in [1, 1000]", top);
  }

  /** Returns the defaults. */
  public static ImportanceOptions defaults() {
    return new ImportanceOptions(2, 5, 500, 10);
  }

  /** Returns the same with {@code repeats} changed. */
  public ImportanceOptions withRepeats(int repeats) {
    return Records.with(this, "repeats", repeats);
  }

  /** Returns the same with {@code shuffles} changed. */
  public ImportanceOptions withShuffles(int shuffles) {
    return Records.with(this, "shuffles", shuffles);
  }

  /** Returns the same with {@code rows} changed. */
  public ImportanceOptions withRows(int rows) {
    return Records.with(this, "rows", rows);
  }

  /** Returns the same with {@code top} changed. */
  public ImportanceOptions withTop(int top) {
    return Records.with(this, "top", top);
  }
}
