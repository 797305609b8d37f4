package dev.synth.evaluate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;

/**
 * How the importance of columns is measured.
 *
 * @param repeats in how many repeats, from the first on
 * @param shuffles how often each column is permuted
 * @param rows validation rows at most
 * @param top how many columns are kept
 */
public record ImportanceOptions(
    @Setting(value = "In how many repeats, from the first on; 0 leaves it out.", byDefault = "2")
        int repeats,
    @Setting(value = "How often each column is permuted, in [2, 100].", byDefault = "5")
        int shuffles,
    @Setting(
            value =
                "Validation rows at most: the rare ones, up to half of so many, and others drawn at"
                    + " random.",
            byDefault = "500")
        int rows,
    @Setting(value = "How many columns are kept, in [1, 1000].", byDefault = "10") int top) {
  public ImportanceOptions {
    InvalidValue.unless(
        repeats >= 0 && repeats <= 1000, "repeats", "must be in [0, 1000]", repeats);
    InvalidValue.unless(
        shuffles >= 2 && shuffles <= 100, "shuffles", "must be in [2, 100]", shuffles);
    InvalidValue.unless(rows >= 50 && rows <= 1_000_000, "rows", "must be in [50, 1000000]", rows);
    InvalidValue.unless(top >= 1 && top <= 1000, "top", "must be in [1, 1000]", top);
  }
}
