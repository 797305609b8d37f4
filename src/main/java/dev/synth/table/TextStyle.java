package dev.synth.table;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The style of a delimited text file: how it parts its cells, and which of them it quotes without
 * need.
 *
 * @param delimiter what stands between cells: a comma, a semicolon, a tab, a bar, or a rarer one
 * @param quotesNames whether the column names stand in quotes
 * @param quoted the columns whose cells stand in quotes, sorted
 */
public record TextStyle(char delimiter, boolean quotesNames, Set<String> quoted) {
  /** The characters that may part cells. */
  public static final String DELIMITERS = ",;\t|";

  /** The characters that part cells where none of the usual ones does. */
  public static final String RARE_DELIMITERS = "\u0001\u001f^~\u00a6\u00a7:#!@*/\u00fe ";

  /** RFC 4180: commas, and quotes where they are needed. */
  public static final TextStyle PLAIN = new TextStyle(',', false, Set.of());

  public TextStyle {
    if (!isDelimiter(delimiter)) {
      throw new IllegalArgumentException("no delimiter: '" + delimiter + "'");
    }
    quoted = sorted(quoted);
  }

  /** Returns whether readers find that a character parts cells. */
  public static boolean isDelimiter(char c) {
    return DELIMITERS.indexOf(c) >= 0 || RARE_DELIMITERS.indexOf(c) >= 0;
  }

  private static Set<String> sorted(Collection<String> names) {
    return Collections.unmodifiableSet(new TreeSet<>(names));
  }
}
