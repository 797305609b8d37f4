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
          dropped(counts.droppedDuplicates(), "repeats an earlier row", "repeat an earlier row"));
    } else if (counts.droppedEquals() > 0) {
      sentences.add(
          dropped(
              counts.droppedEquals(), "equals one of a later part", "equal one of a later part"));
    } else if (counts.duplicateRows() > 0) {
      sentences.add(
          PlainText.of(
              "%s an earlier row; %s",
              counts.duplicateRows() == 1
                  ? "one row repeats"
                  : counts.duplicateRows() + " rows repeat",
              counts.duplicatesLeft()
                  ? "every column has few values, so they were split like any other"
                  : "equal rows were kept on one side of the split"));
    }
    if (counts.gapRows() > 0) {
      sentences.add(
          dropped(
              counts.gapRows(),
              "fell into the gaps of the split",
              "fell into the gaps of the split"));
    }
    if (counts.droppedWithoutTime() > 0) {
      sentences.add(dropped(counts.droppedWithoutTime(), "has no time", "have no time"));
    }
    return sentences;
  }

  private static String dropped(int rows, String one, String many) {
    return rows == 1
        ? PlainText.of("one row %s and was dropped", one)
        : PlainText.of("%d rows %s and were dropped", rows, many);
  }
}
