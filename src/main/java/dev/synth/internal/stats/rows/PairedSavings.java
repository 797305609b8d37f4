package dev.synth.internal.stats.rows;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The alerts that two arms raise on one test part, and what they save there: a sum over alerts. The
 * array is not copied.
 *
 * @param alerts the alerts of both
 * @param losses what it costs to miss each row, 0 or more; 0 for rows that are not rare
 * @param alertCost what an alert costs, right or wrong
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record PairedSavings(PairedAlerts alerts, double[] losses, double alertCost) {
  /**
   * Returns what each row adds to a sum. Without a row, the others of its class scaled up, the sum
   * loses as much, but for a number that the rows of a class share.
   */
  double[] added(BitSet toAlerts) {
    double[] added = new double[losses.length];
    for (int row = 0; row < added.length; row++) {
      added[row] = toAlerts.get(row) ? losses[row] - alertCost : 0;
    }
    return added;
  }

  /**
   * Returns how much more concentrated the losses of rare units are than equal ones: 1/k − 1/n for
   * n rare units with the effective number k of losses; 0 where nothing is lost.
   *
   * @param parts one a test part, at least one; a unit counts once
   */
  static double concentration(List<PairedSavings> parts) {
    BitSet units = new BitSet();
    for (PairedSavings part : parts) {
      TestRows rows = part.alerts.rows();
      for (int row = 0; row < rows.size(); row++) {
        units.set(rows.unit(row), units.get(rows.unit(row)) || rows.isRare(row));
      }
    }
    double effective = effectiveLosses(parts);
    return effective == 0 ? 0 : Math.max(0, 1 / effective - 1.0 / units.cardinality());
  }

  /**
   * Returns the effective number of the losses of rare units, (ΣL)²/ΣL² (Kish, "Survey Sampling",
   * 1965, of weights): as many equal losses would vary as much; 0 where nothing is lost.
   *
   * @param parts one a test part, at least one; a unit counts once
   */
  public static double effectiveLosses(List<PairedSavings> parts) {
    int last = parts.stream().mapToInt(part -> part.alerts.rows().lastUnit()).max().orElseThrow();
    double[] ofUnit = new double[last + 1];
    for (PairedSavings part : parts) {
      TestRows rows = part.alerts.rows();
      double[] here = new double[last + 1];
      for (int row = 0; row < rows.size(); row++) {
        here[rows.unit(row)] += part.losses[row];
      }
      Arrays.setAll(ofUnit, unit -> Math.max(ofUnit[unit], here[unit]));
    }
    double sum = 0;
    double squares = 0;
    for (double loss : ofUnit) {
      sum += loss;
      squares += loss * loss;
    }
    return sum == 0 ? 0 : sum * sum / squares;
  }
}
