package dev.synth.internal.table.delimited;

import java.util.List;
import java.util.regex.Pattern;

/** Lines at a file's end that are no rows: who exported it, where it is from, how many rows. */
public final class Remarks {
  /** The most lines at the end that may be remarks. */
  public static final int MOST = 5;

  private static final Pattern REMARK =
      Pattern.compile(
          "[#*%©].*|//.*|--.*|\\(?\\d+ (row|record|line|entr)(s|y|ies)?\\b.*"
              + "|(sources?|notes?|remarks?|comments?|disclaimer|copyright|rows|records|quelle)"
              + " ?:.*"
              + "|(report )?(exported|generated|created|printed|downloaded|retrieved|extracted"
              + "|produced|last updated) (by|on|at|from|with|using|:).*"
              + "|end of (file|report|data|export)\\.?|eof",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Remarks() {}

  /** Returns whether cells are a remark: the first says so, and there is hardly another. */
  static boolean isShort(List<String> cells, int width) {
    return width > 1 && cells.size() != width && isRemark(cells.getFirst());
  }

  /** Returns whether cells are a remark that is filled up with empty cells. */
  public static boolean isPadded(List<String> cells) {
    return cells.size() > 1
        && isRemark(cells.getFirst())
        && cells.stream().skip(1).allMatch(String::isBlank);
  }

  /** Returns whether a cell reads like a remark. */
  static boolean isRemark(String cell) {
    return REMARK.matcher(cell.strip()).matches();
  }
}
