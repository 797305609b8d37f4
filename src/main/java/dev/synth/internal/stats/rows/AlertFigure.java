package dev.synth.internal.stats.rows;

import java.util.BitSet;

/**
 * A figure of the alerts on a test part, which are raised at a threshold that does not depend on
 * its rows.
 *
 * <p>With P rare rows and N others, of which TP and FP raise an alert. A row that is left out
 * leaves its weight to the other rows of its class, so that P and N stay.
 */
public enum AlertFigure {
  /** TP / P, in [0, 1]. */
  RECALL {
    @Override
    double value(double caught, double falseAlarms, double rare) {
      return caught / rare;
    }
  },
  /** 2·TP / (TP + FP + P), in [0, 1]. */
  F1 {
    @Override
    double value(double caught, double falseAlarms, double rare) {
      return 2 * caught / (caught + falseAlarms + rare);
    }
  },
  /** (TP + FP) / P, 0 or more. */
  ALERTS_PER_RARE_ROW {
    @Override
    double value(double caught, double falseAlarms, double rare) {
      return (caught + falseAlarms) / rare;
    }
  };

  /**
   * Returns the value.
   *
   * @param caught TP
   * @param falseAlarms FP
   * @param rare P, above 0
   */
  abstract double value(double caught, double falseAlarms, double rare);

  /**
   * Returns for each row what {@link WeightedFigure#losses} returns of a ranking, but for a number
   * that the rows of one class share.
   */
  double[] losses(TestRows rows, BitSet alerts) {
    double rare = rows.rareCount();
    double others = rows.size() - rare;
    int caught = 0;
    for (int row = alerts.nextSetBit(0); row >= 0; row = alerts.nextSetBit(row + 1)) {
      caught += rows.isRare(row) ? 1 : 0;
    }
    int falseAlarms = alerts.cardinality() - caught;
    double[] losses = new double[rows.size()];
    for (int row = 0; row < losses.length; row++) {
      int own = alerts.get(row) ? 1 : 0;
      losses[row] =
          rows.isRare(row)
              ? -value(without(caught, own, rare), falseAlarms, rare) * (rare - 1) / rare
              : -value(caught, without(falseAlarms, own, others), rare) * (others - 1) / others;
    }
    return losses;
  }

  /** The alerts of a class without a row, scaled to its number of rows. */
  private static double without(int alerts, int own, double rows) {
    return rows < 2 ? alerts : (alerts - own) * rows / (rows - 1);
  }
}
