package dev.synth.table;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The style of a delimited text file: how it parts its cells, and which of them it quotes without
 * need.
 *
 * @param delimiter what stands between cells: a comma, a semicolon, a tab or a bar
 * @param quotesNames whether the column names stand in quotes
 * @param quoted the columns whose cells stand in quotes, sorted
 */
public record TextStyle(char delimiter, boolean quotesNames, Set<String> quoted) {
  /** The characters that may part cells. */
  public static final String DELIMITERS = ",;\t|";

  /** RFC 4180: commas, and quotes where they are needed. */
  public static final TextStyle PLAIN = new TextStyle(',', false, Set.of());

  public TextStyle {
    if (DELIMITERS.indexOf(delimiter) < 0) {
      throw new IllegalArgumentException("no delimiter: '" + delimiter + "'");
    }
    quoted = sorted(quoted);
  }

  private static Set<String> sorted(Collection<String> names) {
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }
}
