package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.NumberText;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Texts of labels, and which of them say the same. */
final class LabelText {
  /**
   * Words of one meaning, in lower case. Letters alone stand beside their own word only: {@code F}
   * may be false, and fraud.
   */
  private static final List<Set<String>> SAME =
      List.of(
          Set.of("1", "true", "yes", "on"),
          Set.of("0", "false", "no", "off"),
          Set.of("yes", "y"),
          Set.of("no", "n"),
          Set.of("true", "t"),
          Set.of("false", "f"));

  private LabelText() {}

  /** Returns whether a cell is what the user meant: the same text, number or truth value. */
  static boolean matches(String cell, String positive) {
    String wanted = positive.strip();
    if (cell.equals(wanted) || composed(cell).equals(composed(wanted))) {
      return true;
    }
    OptionalDouble number = NumberText.parse(wanted);
    if (number.isPresent()) {
      OptionalDouble other = NumberText.parse(cell);
      return other.isPresent() && other.getAsDouble() == number.getAsDouble();
    }
    boolean truth = wanted.equalsIgnoreCase("true") || wanted.equalsIgnoreCase("false");
    return truth && cell.equalsIgnoreCase(wanted);
  }

  /** Returns a text whose accents are part of their letters. */
  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * Returns a text without blanks of any kind, hyphens and quotes, and in one case; a number as its
   * shortest text, since {@code -1} is not {@code 1}.
   */
  static String fold(String text) {
    String bare =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("[\\s\\p{Z}\\p{Cf}'\"]+", "")
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    OptionalDouble number = NumberText.parse(bare);
    return number.isPresent() ? NumberText.of(number.getAsDouble()) : bare.replaceAll("[_-]+", "");
  }

  /** Returns whether two texts that differ may say the same: {@code yes} and {@code true}. */
  static boolean mayBe(String cell, String other) {
    String one = fold(comma(cell));
    String two = fold(comma(other));
    return one.equals(two)
        || SAME.stream().anyMatch(words -> words.contains(one) && words.contains(two));
  }

  /** Returns a number with a decimal point in the place of its comma. */
  private static String comma(String text) {
    return text.strip().matches("[+-]?\\d+,\\d+") ? text.replace(',', '.') : text;
  }
}
