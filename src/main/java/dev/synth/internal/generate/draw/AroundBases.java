package dev.synth.internal.generate.draw;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.table.Table;

/**
 * A way to draw rows around bases: real rows, or what a model keeps of them. A draw without
 * conditions chooses each base as often as any other.
 */
public interface AroundBases {
  /** Returns how many bases there are, at least 1. */
  int bases();

  /**
   * Draws one row around each of the given bases.
   *
   * @param bases positions of bases, from 0; a base may come more than once
   */
  Table around(int[] bases, Context context);

  /** The choice of the base that a row is drawn around. */
  @FunctionalInterface
  interface BaseChoice {
    /**
     * Returns a base.
     *
     * @param row the row's index among those that are drawn
     * @param stream what a random choice is drawn from
     */
    int of(int row, RandomStream stream);
  }
}
