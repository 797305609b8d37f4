package dev.synth.table;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.FractionText;
import dev.synth.internal.table.cell.NumberText;
import java.util.List;

/**
 * The form of a column's cells in its text file.
 *
 * <p>A form never changes what a cell means: the same number or time has another text in another
 * form. Generators, classifiers and metrics see values alone.
 */
public sealed interface CellForm
    permits CellForm.Plain, CellForm.Fractions, NumberForm, DurationForm, TimeForm, OffsetForm {
  /** The form that programs read: see {@link Plain}. */
  @SuppressWarnings("ClassInitializationDeadlock") // nothing that Plain needs waits for this
  CellForm PLAIN = new Plain();

  /**
   * The form that programs read: numbers as digits with a point, such as {@code 1234.5}, and times
   * as ISO 8601 has them.
   */
  record Plain() implements CellForm {}

  /**
   * The form of a column of whole numbers and fractions: {@code 3 1/2}, {@code 3½}.
   *
   * @param example a number that shows the form: {@code 1 1/2}, {@code 1-1/2} or {@code 1½}
   * @param denominators the denominators of the column's fractions, in rising order
   */
  record Fractions(String example, List<Integer> denominators) implements CellForm {
    public Fractions {
      FractionText shown = FractionText.parse(example);
      if (shown == null || shown.numerator() == 0) {
        throw new IllegalArgumentException(PlainText.of("'%s' is no fraction", example));
      }
      if (denominators.isEmpty() || denominators.stream().anyMatch(below -> below < 2)) {
        throw new IllegalArgumentException("a form of fractions needs denominators of 2 and more");
      }
      denominators = List.copyOf(denominators);
    }

    /**
     * Returns the text of a finite number: its digits with a point where its fraction has none of
     * the denominators.
     */
    public String text(double value) {
      FractionText shown = FractionText.parse(example);
      String text = shown == null ? null : shown.text(value, denominators);
      return text == null ? NumberText.of(value) : text;
    }

    /** Returns the nearest number whose fraction has one of the denominators. */
    @Override
    public double rounded(double value) {
      double size = Math.abs(value);
      double wholes = Math.floor(size);
      double nearest = Double.NaN;
      for (int below : denominators) {
        double candidate = wholes + Math.rint((size - wholes) * below) / below;
        boolean isNearer =
            Double.isNaN(nearest) || Math.abs(candidate - size) < Math.abs(nearest - size);
        nearest = isNearer ? candidate : nearest;
      }
      return value < 0 ? -nearest : nearest;
    }
  }

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
