package dev.synth.table;

/**
 * The form of a column's cells in its text file.
 *
 * <p>A form never changes what a cell means: the same number or time has another text in another
 * form. Generators, classifiers and metrics see values alone.
 */
public sealed interface CellForm
    permits CellForm.Plain, NumberForm, DurationForm, FractionForm, TimeForm, OffsetForm {
  /** The form that programs read: see {@link Plain}. */
  @SuppressWarnings("ClassInitializationDeadlock") // nothing that Plain needs waits for this
  CellForm PLAIN = new Plain();

  /**
   * The form that programs read: numbers as digits with a point, such as {@code 1234.5}, and times
   * as ISO 8601 has them.
   */
  record Plain() implements CellForm {}

  /**
   * Returns the nearest number that people would write in this form; mostly the number itself.
   *
   * @param value a finite number
   */
  default double rounded(double value) {
    return value;
  }

  /** Returns the form in which programs read such cells. */
  default CellForm plain() {
    return PLAIN;
  }
}
