package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.DataOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts that stand for a missing cell: in every column, or among numbers and times alone. */
final class MissingTokens {
  /**
   * Texts that are no number and no day whatever a config lists: those of MySQL for no date, and
   * the errors of spreadsheets in other languages than English, in lower case.
   */
  private static final Set<String> NEVER_READ =
      Set.of(
          "nan",
          "0000-00-00",
          "0000-00-00 00:00:00",
          "0000-00-00t00:00:00",
          "00/00/0000",
          "00.00.0000",
          "00-00-0000",
          "#error!",
          "#nv",
          "#n/d",
          "#n/b",
          "#wert!",
          "#bezug!",
          "#zahl!",
          "#valeur!",
          "#nombre!",
          "#valor!",
          "#\u00a1valor!",
          "#\u00a1ref!",
          "#\u00a1num!",
          "#\u00a1div/0!",
          "#num\u00e9ro!",
          "#valore!",
          "#rif!",
          "#waarde!",
          "#verw!");

  /** Blanks that break no line, and characters without a width. */
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

  private final List<String> listed;
  private final Set<String> everywhere;
  private final Set<String> inNumbers;
  private final double[] numbers;

  MissingTokens(DataOptions options) {
    this.listed = options.missing();
    this.everywhere = new HashSet<>(options.missing());
    this.inNumbers =
        options.missingInNumbers().stream()
            .map(token -> token.toLowerCase(Locale.ROOT))
            .collect(Collectors.toCollection(HashSet::new));
    this.inNumbers.addAll(NEVER_READ);
    this.numbers =
        options.missing().stream()
            .mapToDouble(token -> NumberText.parse(token).orElse(Double.NaN))
            .filter(number -> !Double.isNaN(number))
            .toArray();
  }

  /** Returns the texts that are missing in every column. */
  List<String> listed() {
    return listed;
  }

  /** Returns all texts that may be missing, in lower case. */
  Set<String> words() {
    Set<String> words = new TreeSet<>(inNumbers);
    listed.forEach(token -> words.add(token.toLowerCase(Locale.ROOT)));
    return words;
  }

  /** Returns the numbers that are missing in every column. */
  double[] numbers() {
    return numbers.clone();
  }

  /** Returns whether a text without blanks around it is missing in every column. */
  boolean isMissing(String text) {
    return everywhere.contains(text) || BLANK.matcher(text).matches();
  }

  /** Returns whether a text without blanks around it is missing among numbers and times. */
  boolean isMissingInNumbers(String text) {
    return isMissing(text) || inNumbers.contains(text.toLowerCase(Locale.ROOT));
  }

  /** Returns whether a number is a token that is missing in every column, such as −999. */
  boolean isMissing(double number) {
    for (double token : numbers) {
      if (token == number) {
        return true;
      }
    }
    return false;
  }
}
