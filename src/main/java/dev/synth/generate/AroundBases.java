package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.table.Table;

/** A way to draw rows around bases: real rows, or what a model keeps of them. */
interface AroundBases {
  /** Returns how many bases there are, at least 1. */
  int bases();

  /**
   * Draws one row around each of the given bases.
   *
   * @param bases positions of bases, from 0; a base may come more than once
   */
  Table around(int[] bases, Context context);
}
