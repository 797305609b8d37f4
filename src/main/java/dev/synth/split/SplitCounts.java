package dev.synth.split;

import java.util.ArrayList;
import java.util.List;

/**
 * What a split did with rows that needed care.
 *
 * @param duplicateRows rows whose modelled features equal an earlier row's
 * @param duplicatesLeft whether they were left where they fell, because every column has few values
 *     and equal rows are the nature of the data
 * @param droppedDuplicates later copies that a time split dropped
 * @param gapRows rows that fell into a time split's gap and were dropped
 * @param droppedWithoutTime rows that a time split dropped because their time is missing
 */
public record SplitCounts(
    int duplicateRows,
    boolean duplicatesLeft,
    int droppedDuplicates,
    int gapRows,
    int droppedWithoutTime) {
  /** Returns what the user ought to know, a sentence each; empty where nothing needed care. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (droppedDuplicates > 0) {
      sentences.add("%d rows repeat an earlier row and were dropped".formatted(droppedDuplicates));
    } else if (duplicateRows > 0) {
      sentences.add(
          "%d rows repeat an earlier row; %s"
              .formatted(
                  duplicateRows,
                  duplicatesLeft
                      ? "every column has few values, so they were split like any other"
                      : "equal rows were kept on one side of the split"));
    }
    if (gapRows > 0) {
      sentences.add("%d rows fell into the gaps of the split and were dropped".formatted(gapRows));
    }
    if (droppedWithoutTime > 0) {
      sentences.add("%d rows have no time and were dropped".formatted(droppedWithoutTime));
    }
    return sentences;
  }
}
