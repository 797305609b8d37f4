package dev.synth.split;

/** The rule that a rejected row breaks. */
public sealed interface BrokenRule {
  /** Returns the rule as users read it, such as {@code must be in [0, 99.5]}. */
  String text();

  /**
   * A rule that the training rows give for a column's cells.
   *
   * @param text the rule
   */
  record OfTraining(String text) implements BrokenRule {}

  /**
   * A value that a column was asked to have.
   *
   * @param condition the column and its value
   */
  record Asked(String condition) implements BrokenRule {
    @Override
    public String text() {
      return "where " + condition;
    }
  }

  /**
   * A rule of the user's.
   *
   * @param text the rule
   */
  record OfUser(String text) implements BrokenRule {}

  /**
   * A relation that holds in all training rows.
   *
   * @param text the relation, as a rule of the user's would say it
   */
  record OfRelation(String text) implements BrokenRule {}
}
