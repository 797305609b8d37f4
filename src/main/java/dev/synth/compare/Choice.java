package dev.synth.compare;

import dev.synth.evaluate.Arm;
import dev.synth.split.RareRows;
import org.jspecify.annotations.Nullable;

/**
 * The choice of a procedure in one repeat, before the repeat's test rows were opened.
 *
 * @param repeat which repeat, from 1
 * @param rareRows how many real rare rows the training rows kept
 * @param procedure {@code selected} or {@code auto}. The former takes the generator's arm with the
 *     highest average precision on validation rows, of equal ones the first. The latter picks
 *     inside the training rows
 * @param arm what it chose
 * @param averagePrecision that of the first-listed classifier on the rows that chose, in [0, 1].
 *     These are validation rows, or folds of training rows, of which it is the mean. Null where
 *     there were too few rows to ask
 */
public record Choice(
    int repeat, RareRows rareRows, String procedure, Arm arm, @Nullable Double averagePrecision) {
  /** Returns whether the choice made the arm {@code selected}. */
  public boolean ofSelection() {
    return procedure.equals(Arm.selected(rareRows).name());
  }
}
