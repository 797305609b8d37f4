package dev.synth.internal.report.wording;

import dev.synth.internal.base.PlainText;
import dev.synth.split.SplitCounts;
import java.util.ArrayList;
import java.util.List;

/** Sentences on what a split did with rows that needed care. */
public final class SplitSentences {
  private SplitSentences() {}

  /** Returns what the user ought to know, a sentence each; empty where nothing needed care. */
  public static List<String> of(SplitCounts counts) {
    List<String> sentences = new ArrayList<>();
    if (counts.droppedDuplicates() > 0) {
      sentences.add(
          PlainText.of(
              "%d rows repeat an earlier row and were dropped", counts.droppedDuplicates()));
    } else if (counts.droppedEquals() > 0) {
      sentences.add(
          PlainText.of(
              "%d rows equal one of a later part and were dropped", counts.droppedEquals()));
    } else if (counts.duplicateRows() > 0) {
      sentences.add(
          PlainText.of(
              "%d rows repeat an earlier row; %s",
              counts.duplicateRows(),
              counts.duplicatesLeft()
                  ? "every column has few values, so they were split like any other"
                  : "equal rows were kept on one side of the split"));
    }
    if (counts.gapRows() > 0) {
      sentences.add(
          PlainText.of(
              "%d rows fell into the gaps of the split and were dropped", counts.gapRows()));
    }
    if (counts.droppedWithoutTime() > 0) {
      sentences.add(
          PlainText.of("%d rows have no time and were dropped", counts.droppedWithoutTime()));
    }
    return sentences;
  }
}
