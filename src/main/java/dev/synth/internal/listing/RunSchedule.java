package dev.synth.internal.listing;

import java.util.List;

/**
 * The estimated time of a finished run's grid where several of its units are computed at once, from
 * the time that each took.
 *
 * @param run what the user called the run
 * @param units how many units the grid has
 * @param seconds the seconds that they take one after the other
 * @param longest the seconds that the longest takes
 * @param rows one a number of units at once, in rising order
 */
public record RunSchedule(String run, int units, double seconds, double longest, List<Row> rows) {
  /**
   * The time that the grid takes with some units at once.
   *
   * @param atOnce the number of units at once, at least 1
   * @param seconds from the first unit's start to the last one's end
   */
  public record Row(int atOnce, double seconds) {}

  public RunSchedule {
    rows = List.copyOf(rows);
  }

  /** Returns how many times as fast a row is as one unit after the other. */
  public double speedup(Row row) {
    return row.seconds() > 0 ? seconds / row.seconds() : 1;
  }

  /** Returns the share of the time in which a row's cores have a unit to compute, in [0, 1]. */
  public double busy(Row row) {
    return speedup(row) / row.atOnce();
  }
}
