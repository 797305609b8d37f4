package dev.synth.split;

import dev.synth.base.InvalidValue;
import dev.synth.base.RandomStream;
import dev.synth.table.LabelledTable;

/**
 * The numbers of rows of a table that serve to learn from and to choose by; all others are measured
 * on.
 *
 * @param rare how many rare rows, at least 12
 * @param others how many rows of the other class, at least 2
 * @param validation the share of them that is chosen by, in (0, 1); of the rare rows at least
 *     {@value #FEWEST_TO_CHOOSE_BY}
 */
public record LearningRows(int rare, int others, double validation) {
  /** The splitter's limit for rare rows to choose by. */
  static final int FEWEST_TO_CHOOSE_BY = 4;

  private static final int FEWEST_RARE = 12;

  public LearningRows {
    InvalidValue.unless(rare >= FEWEST_RARE, "rare", "must be at least 12", rare);
    InvalidValue.unless(others >= 2, "others", "must be at least 2", others);
    InvalidValue.unless(
        validation > 0 && validation < 1, "validation", "must be in (0, 1)", validation);
  }

  /** Returns a choice of sides: to learn from, to choose by, to measure on. */
  StratifiedSides sides(LabelledTable rows, RandomStream random) {
    int rareValidation =
        Math.max(FEWEST_TO_CHOOSE_BY, Math.toIntExact(Math.round(rare * validation)));
    int otherValidation = Math.max(1, Math.toIntExact(Math.round(others * validation)));
    int otherRows = rows.rowCount() - rows.rareCount();
    double[] rareSides = {rare - rareValidation, rareValidation, rows.rareCount() - rare};
    double[] otherSides = {others - otherValidation, otherValidation, otherRows - others};
    return new StratifiedSides(rareSides, otherSides, random);
  }
}
