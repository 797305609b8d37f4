package dev.synth.internal.table.delimited;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Lines of a text file that have cells and are no rows: dashes below the column names; and at the
 * end totals, remarks that are filled up with empty cells, and lines of empty cells.
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
              + "|\ud569\uacc4|\ucd1d\uacc4"
              + "|average:?|avg\\.?:?|mean:?|median:?|mittelwert:?|durchschnitt:?|moyenne:?"
              + "|promedio:?|media:?|gemiddelde:?|minimum:?|maximum:?|min\\.?:?|max\\.?:?"
              + "|count:?|anzahl:?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private NoRows() {}

  /** The kind of such a line. */
  public enum Kind {
    DASHES,
    REMARK,
    TOTAL,
    EMPTY
  }

  /** The rows of a file, from 0, and what is asked of those above another. */
  public interface Rows {
    /** Returns a row's cells; none is null. */
    List<String> cells(long row);

    /** Returns whether a column has a text in a row above. */
    boolean isAbove(int column, String text, long row);

    /** Returns whether a text is the sum of a column's numbers in the rows above. */
    boolean isSum(int column, String text, long row);
  }

  /** Returns such lines by their row, of a file with so many rows. */
  public static SortedMap<Long, Kind> of(Rows rows, long count) {
    SortedMap<Long, Kind> found = new TreeMap<>();
    if (count > 1 && areDashes(rows.cells(0))) {
      found.put(0L, Kind.DASHES);
    }
    int texts = 0;
    int empty = 0;
    for (long row = count - 1; row > 1 && texts < Remarks.MOST && empty < MOST_EMPTY; row--) {
      List<String> cells = rows.cells(row);
      if (cells.stream().allMatch(String::isBlank)) {
        empty++;
        found.put(row, Kind.EMPTY);
      } else if (Remarks.isPadded(cells)) {
        texts++;
        found.put(row, Kind.REMARK);
      } else if (isTotal(rows, cells, row)) {
        texts++;
        found.put(row, Kind.TOTAL);
      } else {
        break;
      }
    }
    return found;
  }

  /** Returns whether all cells are dashes; one alone in each stands for missing cells. */
  private static boolean areDashes(List<String> cells) {
    return cells.stream().allMatch(cell -> DASHES.matcher(cell).matches())
        && cells.stream().anyMatch(cell -> cell.strip().length() > 2);
  }

  /**
   * Returns whether a row is of totals: a cell says so, as no other cell of its column does, and
   * either another cell is empty or one is the sum of those above it.
   */
  private static boolean isTotal(Rows rows, List<String> cells, long row) {
    int word = 0;
    while (word < cells.size() && !TOTAL.matcher(cells.get(word).strip()).matches()) {
      word++;
    }
    if (word == cells.size() || rows.isAbove(word, cells.get(word), row)) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isBlank() || (i != word && rows.isSum(i, cells.get(i), row))) {
        return true;
      }
    }
    return false;
  }
}
