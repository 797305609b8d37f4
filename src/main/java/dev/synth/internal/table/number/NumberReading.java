package dev.synth.internal.table.number;

import dev.synth.table.NumberForm;
import dev.synth.table.NumberForm.Grouping;
import dev.synth.table.NumberForm.Separators;
import dev.synth.table.reading.SeparatorReason;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A column's different texts, read as numbers in the one form that fits most of its rows.
 *
 * @param values the number in each text; NaN where it is none
 * @param form how the numbers are written
 * @param marks the currency, percent sign or unit of each text; empty for a number without any, and
 *     null for a text that is no number
 * @param doubt the other way of reading them, where their separators leave two; or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record NumberReading(
    double[] values, NumberForm form, @Nullable String[] marks, @Nullable Doubt doubt) {
  /**
   * Two ways of reading separators, such as {@code 1,234}.
   *
   * @param other the way that was not taken
   * @param reason what makes the way that was taken the likelier one; null where nothing does
   * @param example a text of the column that both ways read
   */
  public record Doubt(NumberForm other, @Nullable SeparatorReason reason, String example) {}

  /** Returns whether a text is a number. */
  public boolean reads(int text) {
    return !Double.isNaN(values[text]);
  }

  /** Returns how many rows hold numbers. */
  public int rows(int[] counts) {
    int rows = 0;
    for (int i = 0; i < values.length; i++) {
      rows += reads(i) ? counts[i] : 0;
    }
    return rows;
  }

  /** Returns whether nothing but digits stands in all texts: they may be codes. */
  public boolean areWhole() {
    boolean isBare = form.separators().equals(Separators.POINT) && form.isPlain();
    for (int i = 0; i < values.length && isBare; i++) {
      isBare = !reads(i) || values[i] == Math.rint(values[i]);
    }
    return isBare;
  }

  /**
   * Returns whether these are amounts or shares, by their currency, percent sign, unit or groups.
   * Underscores between digits stand in names of things, too.
   */
  public boolean areMeasured() {
    return !form.before().isEmpty()
        || !form.after().isEmpty()
        || (form.separators().grouping() != Grouping.NONE
            && !form.separators().group().equals("_"));
  }

  /**
   * Returns how many rows have each mark, where the marks cannot stand in one column of numbers:
   * two currencies, or numbers with and without a percent sign; empty where there is no such mix.
   */
  public Map<String, Integer> mixed(int[] counts) {
    Map<String, Integer> rows = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      String mark = marks[i];
      if (mark != null && reads(i)) {
        rows.merge(mark, counts[i], Integer::sum);
      }
    }
    boolean percent =
        rows.keySet().stream().anyMatch(mark -> AffixKind.after(mark) == AffixKind.PERCENT);
    if (!percent) {
      rows.remove("");
    }
    return rows.size() > 1 ? rows : Map.of();
  }

  /** Returns an example of a form that can be read in one way alone, for a config. */
  public static String example(NumberForm form) {
    boolean parted = form.separators().grouping() != NumberForm.Grouping.NONE;
    boolean isWhole = parted && form.fraction().digits() == 0;
    return form.text((parted ? 1_234_567 : 1234) + (isWhole ? 0 : 0.5));
  }
}
