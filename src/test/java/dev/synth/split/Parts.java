package dev.synth.split;

import dev.synth.table.LabelledTable;

/** Parts of a split for tests, without a splitter. */
public final class Parts {
  private Parts() {}

  /** Sets rows aside as test rows. */
  public static HeldOut<HeldOut.Test> test(LabelledTable rows) {
    return new HeldOut<>(rows, new int[rows.rowCount()]);
  }
}
