package dev.synth.internal.table.delimited;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines of a text file that have cells and are no rows: dashes below the column names; and at the
 * end totals, means, remarks that are filled up with empty cells, and lines of empty cells.
 */
public final class NoRows {
  /** The most lines without a text that may stand at the end. */
  private static final int MOST_EMPTY = 500;

  private static final Pattern DASHES = Pattern.compile("\\s*(-+|=+|_+)\\s*");

  private static final Pattern TOTAL =
      Pattern.compile(
          "((grand|sub|sous|sum|gesamt|zwischen)[ -]?)?(totals?|summen?)"
              + "( (rows|amount|sum|general|général|generale))?( ?\\(\\d+\\)| ?[:=] ?\\d*)?"
              + "|sum:?|gesamt:?|insgesamt:?|somme:?|totaux:?|suma( total)?:?|totale:?|totaal:?"
              + "|subtotaal:?|totalt:?|i alt:?|toplam:?|razem:?|celkem:?|spolu:?|yhteens\u00e4:?"
              + "|\u00f6sszesen:?|ukupno:?|skupaj:?|\u03c3:?|\u03c3\u03cd\u03bd\u03bf\u03bb\u03bf:?"
              + "|\u0438\u0442\u043e\u0433\u043e:?|\u0432\u0441\u0435\u0433\u043e:?"
              + "|\u0440\u0430\u0437\u043e\u043c:?|\u043e\u0431\u0449\u043e:?"
              + "|\u5408\u8ba1|\u5408\u8a08|\u603b\u8ba1|\u7e3d\u8a08|\u5c0f\u8ba1|\u5c0f\u8a08"
              + "|\ud569\uacc4|\ucd1d\uacc4",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern MEAN =
      Pattern.compile(
          "average:?|avg\\.?:?|mean:?|mittelwert:?|durchschnitt:?|moyenne:?|promedio:?|media:?"
              + "|gemiddelde:?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private NoRows() {}

  /** The kind of such a line. */
  public enum Kind {
    DASHES,
    REMARK,
    TOTAL,
    EMPTY
  }

  /** The rows of a file, from 0. */
  public interface Rows {
    /** Returns a row's cells; none is null. */
    List<String> cells(long row);

    /** Returns what is in all rows above another. */
    RowsAbove above(long row);
  }

  /** Returns whether cells with a text may be such a line, for all that they say themselves. */
  static boolean mayBe(List<String> cells) {
    return Remarks.isPadded(cells) || mayBeTotal(cells) || areDashes(cells);
  }

  /** Returns such lines by their row, of a file with so many rows. */
  public static SortedMap<Long, Kind> of(Rows rows, long count) {
    SortedMap<Long, Kind> found = new TreeMap<>();
    List<String> top = count > 1 ? rows.cells(0) : List.of();
    if (count > 1 && areDashes(top)) {
      found.put(0L, Kind.DASHES);
    }
    List<List<String>> tail = tail(rows, count, top);
    long first = count - tail.size();
    SortedMap<Long, Kind> atEnd = new TreeMap<>();
    RowsAbove above = null;
    for (int i = 0; i < tail.size(); i++) {
      List<String> cells = tail.get(i);
      Kind kind = simpleKind(cells, top);
      if (kind == null) {
        RowsAbove known = above == null ? rows.above(first) : above;
        above = known;
        if (!isTotal(known, cells)) {
          known.add(cells);
          atEnd.clear(); // a row follows, so that they are not at the end
          continue;
        }
        kind = Kind.TOTAL;
      }
      atEnd.put(first + i, kind);
    }
    found.putAll(atEnd);
    return found;
  }

  /** Returns the rows at the end, in their order, that may be none. */
  private static List<List<String>> tail(Rows rows, long count, List<String> top) {
    List<List<String>> tail = new ArrayList<>();
    int texts = 0;
    int empty = 0;
    for (long row = count - 1; row > 1 && texts < Remarks.MOST && empty < MOST_EMPTY; row--) {
      List<String> cells = rows.cells(row);
      Kind kind = simpleKind(cells, top);
      if (kind == null && !mayBeTotal(cells)) {
        break;
      }
      empty += kind == Kind.EMPTY ? 1 : 0;
      texts += kind == Kind.EMPTY ? 0 : 1;
      tail.addFirst(cells);
    }
    return tail;
  }

  /** Returns the kind that the row says by itself; in a file of such remarks they are rows. */
  private static @Nullable Kind simpleKind(List<String> cells, List<String> top) {
    if (cells.stream().allMatch(String::isBlank)) {
      return Kind.EMPTY;
    }
    return Remarks.isPadded(cells) && !Remarks.isRemark(top.getFirst()) ? Kind.REMARK : null;
  }

  /** Returns whether all cells are dashes; one alone in each stands for missing cells. */
  static boolean areDashes(List<String> cells) {
    return cells.stream().allMatch(cell -> DASHES.matcher(cell).matches())
        && cells.stream().anyMatch(cell -> cell.strip().length() > 2);
  }

  private static int word(List<String> cells) {
    int word = 0;
    while (cells.get(word).isBlank()) {
      word++;
    }
    return word;
  }

  /** Returns whether a cell is a word of totals or means. */
  static boolean isWord(String cell) {
    return TOTAL.matcher(cell.strip()).matches() || MEAN.matcher(cell.strip()).matches();
  }

  private static boolean isWord(Pattern pattern, List<String> cells) {
    return pattern.matcher(cells.get(word(cells)).strip()).matches();
  }

  /** Returns whether the first text says that the row is of totals, and nothing says it is not. */
  private static boolean mayBeTotal(List<String> cells) {
    return isWord(cells.get(word(cells)))
        && cells.stream()
            .skip(word(cells) + 1L)
            .allMatch(cell -> cell.isBlank() || RowsAbove.number(cell).isPresent());
  }

  /**
   * Returns whether a row is of totals or means: its first text says so, as no other cell of its
   * column does, and every number is the sum or mean of its column. A word of totals may stand
   * alone among empty cells. A word of means is also a name, such as media, so that a mean must
   * stand beside it.
   */
  private static boolean isTotal(RowsAbove above, List<String> cells) {
    int word = word(cells);
    boolean isMean = isWord(MEAN, cells);
    if (above.has(word, cells.get(word))) {
      return false;
    }
    int numbers = 0;
    int proofs = 0;
    for (int i = word + 1; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isBlank()) {
        boolean isSame =
            isMean ? above.isMean(i, cell) : above.isSum(i, cell) || above.isMean(i, cell);
        if (!isSame) {
          return false;
        }
        numbers++;
        proofs += RowsAbove.number(cell).orElse(0) == 0 ? 0 : 1; // 0 is the sum of many columns
      }
    }
    return proofs > 0 || (!isMean && numbers == 0 && cells.size() > 2);
  }
}
