package dev.synth.internal.validate.fidelity;

import dev.synth.internal.validate.metric.Sample;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The strength of association of each two columns of a sample, over the rows in which neither is
 * missing.
 *
 * <ul>
 *   <li>Two columns of numbers: Spearman's ρ, Pearson's correlation of mid-ranks, in [−1, 1].
 *   <li>Two columns of levels: Cramér's V = √(χ² / (n·(min(r, c) − 1))) of their contingency table,
 *       without bias correction, in [0, 1]; r and c count levels that occur.
 *   <li>One of each: the correlation ratio η of the numbers' mid-ranks, √(between-level sum of
 *       squares / total sum of squares), in [0, 1]. Its square is the Kruskal–Wallis statistic with
 *       ties over n − 1. Fisher's η is taken of the values; ranks keep one huge amount from
 *       deciding it.
 * </ul>
 *
 * <p>NaN where there are fewer than three such rows, or where either column is constant in them.
 */
public final class Associations {
  private static final int MINIMUM_ROWS = 3;

  private final Sample sample;
  private final @Nullable ColumnRanks[] ranks;
  private final int[][] codes;
  private final int[] levelCounts;
  private final double[] scratchA;
  private final double[] scratchB;
  private final boolean[] chosen;

  /** The associations of a sample's columns. */
  public Associations(Sample sample) {
    this.sample = sample;
    int columns = sample.columnCount();
    this.ranks = new ColumnRanks[columns];
    this.codes = new int[columns][];
    this.levelCounts = new int[columns];
    this.scratchA = new double[sample.rowCount()];
    this.scratchB = new double[sample.rowCount()];
    this.chosen = new boolean[sample.rowCount()];
    for (int i = 0; i < columns; i++) {
      if (sample.columns().get(i).isNumber()) {
        ranks[i] = new ColumnRanks(sample.values(i));
        codes[i] = new int[0];
      } else {
        codes[i] = compactCodes(i);
      }
    }
  }

  /** Returns the association of two columns; NaN where there is none. */
  public double between(int first, int second) {
    ColumnRanks a = ranks[first];
    ColumnRanks b = ranks[second];
    if (a != null && b != null) {
      return spearman(a, b, first, second);
    }
    if (a != null) {
      return correlationRatio(second, a, first);
    }
    if (b != null) {
      return correlationRatio(first, b, second);
    }
    return cramersV(first, second);
  }

  /** Numbers the levels that occur, in order of appearance; −1 where missing. */
  private int[] compactCodes(int column) {
    double[] values = sample.values(column);
    int[] compact = new int[sample.columns().get(column).levels().size()];
    Arrays.fill(compact, -1);
    int[] result = new int[values.length];
    int count = 0;
    for (int row = 0; row < values.length; row++) {
      if (Double.isNaN(values[row])) {
        result[row] = -1;
      } else {
        int level = (int) values[row];
        if (compact[level] < 0) {
          compact[level] = count++;
        }
        result[row] = compact[level];
      }
    }
    levelCounts[column] = count;
    return result;
  }

  private double spearman(ColumnRanks a, ColumnRanks b, int first, int second) {
    if (a.isComplete() && b.isComplete()) {
      return chosen.length < MINIMUM_ROWS ? Double.NaN : a.correlation(b);
    }
    int count = choose(first, second);
    if (count < MINIMUM_ROWS) {
      return Double.NaN;
    }
    return correlation(ranksOf(a, count, scratchA), ranksOf(b, count, scratchB), count);
  }

  private double[] ranksOf(ColumnRanks column, int count, double[] scratch) {
    if (count == chosen.length) {
      return column.ranks();
    }
    column.rankAmong(chosen, scratch);
    return scratch;
  }

  /** Marks the rows in which neither column is missing, and counts them. */
  private int choose(int first, int second) {
    double[] a = sample.values(first);
    double[] b = sample.values(second);
    int count = 0;
    for (int row = 0; row < chosen.length; row++) {
      chosen[row] = !Double.isNaN(a[row]) && !Double.isNaN(b[row]);
      count += chosen[row] ? 1 : 0;
    }
    return count;
  }

  private double correlation(double[] a, double[] b, int count) {
    double mean = (count + 1) / 2.0;
    double covariance = 0;
    double varianceA = 0;
    double varianceB = 0;
    for (int row = 0; row < chosen.length; row++) {
      if (chosen[row]) {
        double deviationA = a[row] - mean;
        double deviationB = b[row] - mean;
        covariance += deviationA * deviationB;
        varianceA += deviationA * deviationA;
        varianceB += deviationB * deviationB;
      }
    }
    // Ranks are multiples of one half, so a constant column has a variance of exactly zero.
    return varianceA == 0 || varianceB == 0
        ? Double.NaN
        : covariance / Math.sqrt(varianceA * varianceB);
  }

  private double correlationRatio(int levelColumn, ColumnRanks numbers, int numberColumn) {
    int count = choose(levelColumn, numberColumn);
    if (count < MINIMUM_ROWS) {
      return Double.NaN;
    }
    double[] rank = ranksOf(numbers, count, scratchA);
    double[] sums = new double[levelCounts[levelColumn]];
    int[] sizes = new int[sums.length];
    double mean = (count + 1) / 2.0;
    double total = 0;
    for (int row = 0; row < chosen.length; row++) {
      if (chosen[row]) {
        double deviation = rank[row] - mean;
        sums[codes[levelColumn][row]] += deviation;
        sizes[codes[levelColumn][row]]++;
        total += deviation * deviation;
      }
    }
    return total == 0 || occupied(sizes) < 2
        ? Double.NaN
        : Math.sqrt(Math.min(1, betweenSquares(sums, sizes) / total));
  }

  private static int occupied(int[] sizes) {
    int occupied = 0;
    for (int size : sizes) {
      occupied += size > 0 ? 1 : 0;
    }
    return occupied;
  }

  private static double betweenSquares(double[] sums, int[] sizes) {
    double between = 0;
    for (int level = 0; level < sums.length; level++) {
      if (sizes[level] > 0) {
        between += sums[level] * sums[level] / sizes[level];
      }
    }
    return between;
  }

  /** χ²/n = Σ o²/(r·c) − 1 over the cells; a row of o rows adds o/(r·c), so rows are summed. */
  private double cramersV(int first, int second) {
    int count = choose(first, second);
    int width = levelCounts[second];
    int[] cells = new int[levelCounts[first] * width];
    int[] rowSums = new int[levelCounts[first]];
    int[] columnSums = new int[width];
    for (int row = 0; row < chosen.length; row++) {
      if (chosen[row]) {
        cells[codes[first][row] * width + codes[second][row]]++;
        rowSums[codes[first][row]]++;
        columnSums[codes[second][row]]++;
      }
    }
    int smaller = Math.min(occupied(rowSums), occupied(columnSums));
    if (count < MINIMUM_ROWS || smaller < 2) {
      return Double.NaN;
    }
    double sum = 0;
    for (int row = 0; row < chosen.length; row++) {
      if (chosen[row]) {
        int a = codes[first][row];
        int b = codes[second][row];
        sum += cells[a * width + b] / ((double) rowSums[a] * columnSums[b]);
      }
    }
    return Math.sqrt(Math.clamp((sum - 1) / (smaller - 1), 0, 1));
  }
}
