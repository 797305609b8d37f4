package dev.synth.table;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.table.cell.FractionText;
import dev.synth.internal.table.cell.NumberText;
import java.util.List;

/**
 * The form of a column of whole numbers and fractions: {@code 3 1/2}, {@code 3½}.
 *
 * @param example a number that shows the form: {@code 1 1/2}, {@code 1-1/2} or {@code 1½}
 * @param denominators the denominators of the column's fractions, in rising order
 */
public record FractionForm(String example, List<Integer> denominators) implements CellForm {
  public FractionForm {
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
   * Returns the text of a finite number: its digits with a point where its fraction has none of the
   * denominators.
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
