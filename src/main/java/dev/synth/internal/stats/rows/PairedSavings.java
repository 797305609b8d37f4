package dev.synth.internal.stats.rows;

import java.util.BitSet;

/**
 * The alerts that two arms raise on one test part, and what they save there: a sum over alerts. The
 * array is not copied.
 *
 * @param alerts the alerts of both
 * @param saved what an alert on each row saves; below 0 where it costs
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PairedSavings(PairedAlerts alerts, double[] saved) {
  /**
   * Returns what each row adds to a sum. Without a row, the others of its class scaled up, the sum
   * loses as much, but for a number that the rows of a class share.
   */
  double[] added(BitSet toAlerts) {
    double[] added = new double[saved.length];
    for (int row = 0; row < added.length; row++) {
      added[row] = toAlerts.get(row) ? saved[row] : 0;
    }
    return added;
  }
}
