package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.TimePattern;
import dev.synth.internal.table.cell.TimeStyle;
import dev.synth.table.CellForm;
import java.util.List;

/** The form of a column of ISO 8601 texts without offsets, from the texts' shapes alone. */
final class IsoShapes {
  private static final int DATE = 10;
  private static final int MINUTES = 16;
  private static final int SECONDS = 19;

  private IsoShapes() {}

  /**
   * Returns the form of such texts.
   *
   * @param shapes the texts with a 9 for each digit, such as {@code 9999-99-99T99:99:99.999}; at
   *     least one
   */
  static CellForm form(List<String> shapes) {
    boolean allTee = shapes.stream().allMatch(shape -> shape.length() == DATE || isTee(shape));
    int longest = shapes.stream().mapToInt(String::length).max().orElse(DATE);
    String fraction =
        longest > SECONDS ? part("." + "S".repeat(longest - SECONDS - 1), SECONDS, shapes) : "";
    String seconds = longest > MINUTES ? part(":ss" + fraction, MINUTES, shapes) : "";
    String minutes = (allTee ? "'T'" : " ") + "HH:mm" + seconds;
    String pattern = "yyyy-MM-dd" + (longest > DATE ? part(minutes, DATE, shapes) : "");
    return TimeColumn.form(TimePattern.of(pattern), TimeStyle.USUAL);
  }

  /** A part that not all texts have, of those that have what stands before it, is in brackets. */
  private static String part(String pattern, int before, List<String> shapes) {
    boolean anyWithout = shapes.stream().anyMatch(shape -> shape.length() == before);
    return anyWithout ? "[" + pattern + "]" : pattern;
  }

  static boolean isDate(String shape) {
    return shape.length() == DATE;
  }

  private static boolean isTee(String shape) {
    return shape.charAt(DATE) == 'T';
  }
}
