package dev.synth.internal.table.delimited;

import dev.synth.table.TextStyle;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a delimited text that stand in quotes without need.
 *
 * <p>These are the columns of which all cells do, in the text's beginning. Empty cells don't count,
 * and {@code NA} doesn't, which stands bare also where programs quote all other texts.
 */
final class QuoteHabit {
  private static final String BARE = "NA";

  private final char delimiter;
  private final BitSet needless = new BitSet();
  private final BitSet bare = new BitSet();

  private QuoteHabit(char delimiter) {
    this.delimiter = delimiter;
  }

  /**
   * Returns the style of a text.
   *
   * @param head the text's beginning; its last line may be cut
   * @param form how the text is parted
   * @param names the column names
   */
  static TextStyle of(String head, TextForm form, List<String> names) {
    char delimiter = form.delimiter();
    if (!TextStyle.isDelimiter(delimiter)) {
      return TextStyle.PLAIN; // no reader would find such a delimiter again
    }
    QuoteHabit ofNames = new QuoteHabit(delimiter);
    QuoteHabit ofCells = new QuoteHabit(delimiter);
    try {
      CsvRecords records = new CsvRecords(new StringReader(head), delimiter, form.quoting());
      int left = form.before();
      for (List<String> cells = records.next(); cells != null; cells = records.next()) {
        boolean isBlank = cells.size() == 1 && cells.getFirst().isBlank();
        if (!isBlank && left-- <= 0) {
          (left == -1 ? ofNames : ofCells).look(cells, records.quoted());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is read without fail
    }
    Set<String> quoted = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (ofCells.isHabit(i)) {
        quoted.add(names.get(i));
      }
    }
    return new TextStyle(delimiter, ofNames.bare.isEmpty() && ofNames.isHabit(0), quoted);
  }

  private void look(List<String> cells, BitSet quoted) {
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (quoted.get(i)) {
        needless.set(i, needless.get(i) || !needsQuotes(cell));
      } else if (!cell.isBlank() && !cell.equals(BARE)) {
        bare.set(i);
      }
    }
  }

  private boolean isHabit(int column) {
    return needless.get(column) && !bare.get(column);
  }

  private boolean needsQuotes(String cell) {
    return cell.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\n' || c == '\r');
  }
}
