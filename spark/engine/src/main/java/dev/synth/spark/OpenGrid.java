package dev.synth.spark;

import dev.synth.internal.experiment.grid.GridOrder;
import dev.synth.internal.experiment.remote.UnitComputer;
import org.jspecify.annotations.Nullable;

/** The grid that this executor has read the data of: once for all of its tasks. */
final class OpenGrid {
  private static final OpenGrid LAST = new OpenGrid();

  private @Nullable GridOrder order;
  private @Nullable UnitComputer computer;

  private OpenGrid() {}

  /** Returns the computer of units of a grid, and reads its data if another one was last. */
  static UnitComputer of(GridOrder order) {
    return LAST.open(order);
  }

  private synchronized UnitComputer open(GridOrder asked) {
    UnitComputer known = computer;
    if (known != null && asked.equals(order)) {
      return known;
    }
    UnitComputer opened = UnitComputer.of(asked, Runtime.getRuntime().availableProcessors());
    order = asked;
    computer = opened;
    return opened;
  }
}
