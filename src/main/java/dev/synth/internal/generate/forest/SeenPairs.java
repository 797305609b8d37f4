package dev.synth.internal.generate.forest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The cases of different one-hot spans that real rows have together. */
final class SeenPairs {
  /** For each span and case the rows that have it. */
  private final List<BitSet[]> rowsWith = new ArrayList<>();

  SeenPairs(SpanRows rows) {
    for (int choice = 0; choice < rows.choiceCount(); choice++) {
      BitSet[] ofCase = new BitSet[rows.layout().choices().get(choice).width()];
      int[] cases = rows.cases(choice);
      for (int row = 0; row < rows.rowCount(); row++) {
        if (ofCase[cases[row]] == null) {
          ofCase[cases[row]] = new BitSet();
        }
        ofCase[cases[row]].set(row);
      }
      rowsWith.add(ofCase);
    }
  }

  /**
   * Returns whether a case was seen together with each case that a row has in the other spans.
   *
   * @param choice the span
   * @param other a case of that span, which a real row has
   * @param row one case a span, each of which a real row has
   */
  boolean fits(int choice, int other, int[] row) {
    BitSet with = rowsWith.get(choice)[other];
    for (int i = 0; i < row.length; i++) {
      if (i != choice && !with.intersects(rowsWith.get(i)[row[i]])) {
        return false;
      }
    }
    return true;
  }
}
