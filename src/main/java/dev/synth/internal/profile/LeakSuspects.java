package dev.synth.internal.profile;

import dev.synth.split.Training;
import dev.synth.table.Cells;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds columns that look like the label in disguise: each alone predicts it almost perfectly.
 *
 * <p>A column is ranked three times: by its own order, upwards and downwards, and by the rate of
 * rare rows among rows with the same value. Where a column has many values, 256 bins of equal size
 * take their place; a missing cell is a value too. The rates are cross-fitted over five folds, so
 * that a value which only one row has predicts nothing. The best of the three average precisions
 * counts.
 */
public final class LeakSuspects {
  /** With fewer rare rows a perfect ranking is too easily luck. */
  private static final int FEWEST_RARE = 10;

  /** From here on a column is suspected: legitimate single columns hardly come so far. */
  private static final double SUSPICIOUS = 0.95;

  /**
   * The same as a share of the way from blind guessing to perfect, for classes that aren't rare.
   */
  private static final double SUSPICIOUS_GAIN = 0.9;

  private static final int FOLDS = 5;
  private static final int BINS = 256;

  private LeakSuspects() {}

  /** Returns the suspected columns, in the order of the table; none below 10 rare rows. */
  public static List<Suspect> find(Training training) {
    LabelledTable rows = training.rows();
    List<Suspect> suspects = new ArrayList<>();
    if (rows.rareCount() < FEWEST_RARE || rows.rareCount() == rows.rowCount()) {
      return suspects;
    }
    for (String column : rows.features().schema().names()) {
      double precision = averagePrecision(rows.features().cells(column), rows);
      if (isSuspicious(precision, rows)) {
        suspects.add(new Suspect(column, precision));
      }
    }
    return suspects;
  }

  /**
   * Returns whether a column is suspected by what it reaches alone.
   *
   * @param precision its average precision, in [0, 1]
   * @param rows the rows that it was measured on
   */
  static boolean isSuspicious(double precision, LabelledTable rows) {
    double blind = (double) rows.rareCount() / rows.rowCount();
    double gain = (precision - blind) / (1 - blind);
    return rows.rareCount() >= FEWEST_RARE && precision >= SUSPICIOUS && gain >= SUSPICIOUS_GAIN;
  }

  /** Returns the average precision that a column reaches alone, in [0, 1]. */
  static double averagePrecision(Cells cells, LabelledTable rows) {
    BinnedColumn values = BinnedColumn.byValue(cells);
    double best = ofRates(values.atMost(BINS), rows);
    return values.isOrdered()
        ? Math.max(best, Math.max(ofOrder(values, rows, 1), ofOrder(values, rows, -1)))
        : best;
  }

  /** Ranks by the column's own order; missing cells come last. */
  private static double ofOrder(BinnedColumn values, LabelledTable rows, int direction) {
    int[][] counts = new int[2][values.bins()];
    for (int row = 0; row < rows.rowCount(); row++) {
      counts[rows.isRare(row) ? 1 : 0][values.of(row)]++;
    }
    double[] scores = new double[values.bins()];
    scores[0] = Double.NEGATIVE_INFINITY;
    for (int bin = 1; bin < scores.length; bin++) {
      scores[bin] = (double) direction * bin;
    }
    return RankedGroups.averagePrecision(scores, counts[1], counts[0]);
  }

  /** Ranks by the rate of rare rows in the same bin in the other folds, shrunk by one row. */
  private static double ofRates(BinnedColumn bins, LabelledTable rows) {
    int groups = FOLDS * bins.bins();
    int[][] counts = new int[2][groups];
    int[] seen = new int[2];
    for (int row = 0; row < rows.rowCount(); row++) {
      int side = rows.isRare(row) ? 1 : 0;
      int fold = seen[side]++ % FOLDS; // each fold gets its share of either class
      counts[side][fold * bins.bins() + bins.of(row)]++;
    }
    double blind = (double) rows.rareCount() / rows.rowCount();
    double[] scores = new double[groups];
    for (int bin = 0; bin < bins.bins(); bin++) {
      int[] all = new int[2];
      for (int fold = 0; fold < FOLDS; fold++) {
        all[0] += counts[0][fold * bins.bins() + bin];
        all[1] += counts[1][fold * bins.bins() + bin];
      }
      for (int fold = 0; fold < FOLDS; fold++) {
        int group = fold * bins.bins() + bin;
        int rare = all[1] - counts[1][group];
        int others = all[0] - counts[0][group];
        scores[group] = (rare + blind) / (rare + others + 1);
      }
    }
    return RankedGroups.averagePrecision(scores, counts[1], counts[0]);
  }
}
