package dev.synth.internal.table.read;

import dev.synth.internal.table.cell.NumberText;
import dev.synth.table.DataOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The texts that stand for a missing cell: in every column, or among numbers and times alone. */
final class MissingTokens {
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
    this.inNumbers.add("nan"); // not a number by its name, listed or not
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
    return everywhere.contains(text);
  }

  /** Returns whether a text without blanks around it is missing among numbers and times. */
  boolean isMissingInNumbers(String text) {
    return everywhere.contains(text) || inNumbers.contains(text.toLowerCase(Locale.ROOT));
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
