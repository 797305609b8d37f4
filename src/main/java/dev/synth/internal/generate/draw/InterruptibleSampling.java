package dev.synth.internal.generate.draw;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;

/** Draws encoded rows a stretch at a time, so that drawing many can be stopped in between. */
public final class InterruptibleSampling {
  private static final int ROWS_AT_A_TIME = 1024;

  private InterruptibleSampling() {}

  /** Draws one stretch. */
  @FunctionalInterface
  public interface Stretch {
    /**
     * Returns encoded rows.
     *
     * @param first the number of the first of them among all rows that are drawn
     * @param count how many, at least 1
     */
    double[][] draw(int first, int count, RandomStream stream);
  }

  /**
   * Draws rows.
   *
   * @param kind the generator's kind: stretches have streams of their own, {@code kind/rows/first},
   *     so that they don't depend on each other
   */
  public static double[][] draw(int rows, String kind, Context context, Stretch stretch) {
    double[][] encoded = new double[rows][];
    for (int first = 0; first < rows; first += ROWS_AT_A_TIME) {
      context.cancellation().check();
      int count = Math.min(ROWS_AT_A_TIME, rows - first);
      RandomStream stream = context.seeds().stream(kind + "/rows/" + first);
      System.arraycopy(stretch.draw(first, count, stream), 0, encoded, first, count);
    }
    return encoded;
  }
}
