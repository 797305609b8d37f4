package dev.synth.spark;

import dev.synth.base.Problem;
import dev.synth.internal.experiment.grid.UnitCells;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The outcome of a unit: its cells, or a problem that no other executor could mend. */
record UnitOutcome(@Nullable UnitCells cells, @Nullable Problem problem) implements Serializable {
  static UnitOutcome of(UnitCells cells) {
    return new UnitOutcome(cells, null);
  }

  static UnitOutcome of(Problem problem) {
    return new UnitOutcome(null, problem);
  }

  /** Returns the cells. */
  UnitCells get() {
    if (problem != null) {
      throw problem;
    }
    if (cells == null) {
      throw new IllegalStateException("neither cells nor problem");
    }
    return cells;
  }
}
