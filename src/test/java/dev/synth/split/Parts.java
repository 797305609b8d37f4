package dev.synth.split;

import dev.synth.table.LabelledTable;
import java.util.stream.IntStream;

/** Splits for tests, without a splitter. */
public final class Parts {
  private Parts() {}

  /** Sets rows aside as test rows of a split at random; all parts have the same rows. */
  public static Split atRandom(LabelledTable rows) {
    int[] blocks = new int[rows.rowCount()];
    return new Split(
        new Training(rows, blocks),
        new HeldOut<>(rows, blocks),
        new HeldOut<>(rows, blocks),
        new SplitCounts(0, false, 0, 0, 0),
        null);
  }

  /** Sets rows aside as test rows of a split by time, with a block a row. */
  public static Split byTime(LabelledTable rows, String timeColumn) {
    Split split = atRandom(rows);
    int[] all = IntStream.range(0, rows.rowCount()).toArray();
    return new Split(
        split.training(),
        split.validation(),
        split.test(),
        split.counts(),
        TestBlocks.ofTime(1, rows.features().cells(timeColumn), all, all));
  }
}
