package dev.synth.internal.validate.fidelity;

import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.validate.metric.Quintiles;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.Arrays;

/** The contingency tables of each two columns of a real and a synthetic sample. */
final class ContingencyTables {
  /** The number of cells up to which a table is an array; larger ones are mostly empty. */
  private static final int DENSE_CELLS = 4_096;

  private final Real real;
  private final int[][] synthetic;

  ContingencyTables(Sample realSample, Sample syntheticSample) {
    this(new Real(realSample), syntheticSample);
  }

  /** The tables of a real sample that was prepared, and of a synthetic one. */
  ContingencyTables(Real real, Sample syntheticSample) {
    this.real = real;
    synthetic = new int[real.codes.length][];
    for (int column = 0; column < synthetic.length; column++) {
      synthetic[column] = real.codesOf(column, syntheticSample.values(column));
    }
  }

  /** A real sample, whose quintiles cut the numbers of both sides. */
  static final class Real {
    private final Sample sample;
    private final double[][] cuts;
    private final int[][] codes;
    private final int[] codeCounts;

    Real(Sample sample) {
      this.sample = sample;
      int columns = sample.columnCount();
      cuts = new double[columns][];
      codes = new int[columns][];
      codeCounts = new int[columns];
      for (int column = 0; column < columns; column++) {
        SampleColumn kind = sample.columns().get(column);
        cuts[column] = kind.isNumber() ? Quintiles.cuts(sample.values(column)) : new double[0];
        codeCounts[column] = 1 + (kind.isNumber() ? cuts[column].length + 1 : kind.levels().size());
        codes[column] = codesOf(column, sample.values(column));
      }
    }

    private int[] codesOf(int column, double[] values) {
      return ContingencyTables.codes(
          sample.columns().get(column), cuts[column], codeCounts[column] - 1, values);
    }

    /** Returns how many rows each cell of two columns' table has; some may be 0. */
    int[] counts(int first, int second) {
      long[] keys = keys(codes, first, second);
      long cells = cells(first, second);
      return cells <= DENSE_CELLS ? dense(keys, (int) cells) : runs(keys);
    }

    private long cells(int first, int second) {
      return (long) codeCounts[first] * codeCounts[second];
    }

    /** The cell of each row of a side in two columns' table. */
    private long[] keys(int[][] side, int first, int second) {
      long[] keys = new long[side[first].length];
      for (int row = 0; row < keys.length; row++) {
        keys[row] = (long) side[first][row] * codeCounts[second] + side[second][row];
      }
      return keys;
    }
  }

  private static int[] codes(SampleColumn kind, double[] cuts, int missing, double[] values) {
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      double value = values[row];
      if (Double.isNaN(value)) {
        codes[row] = missing;
      } else if (kind.isNumber()) {
        codes[row] = Quintiles.bin(value, cuts);
      } else {
        codes[row] = (int) value;
      }
    }
    return codes;
  }

  /** Returns ½·Σ|p − q| over the cells of two columns' table, in [0, 1]. */
  double distance(int first, int second) {
    long cells = real.cells(first, second);
    return cells <= DENSE_CELLS
        ? dense(first, second, (int) cells)
        : TotalVariation.ofLevels(
            real.keys(real.codes, first, second), real.keys(synthetic, first, second));
  }

  private double dense(int first, int second, int cells) {
    int width = real.codeCounts[second];
    return TotalVariation.ofCounts(
        counts(real.codes[first], real.codes[second], width, cells),
        counts(synthetic[first], synthetic[second], width, cells));
  }

  private static int[] counts(int[] first, int[] second, int width, int cells) {
    int[] counts = new int[cells];
    for (int row = 0; row < first.length; row++) {
      counts[first[row] * width + second[row]]++;
    }
    return counts;
  }

  private static int[] dense(long[] keys, int cells) {
    int[] counts = new int[cells];
    for (long key : keys) {
      counts[(int) key]++;
    }
    return counts;
  }

  private static int[] runs(long[] keys) {
    Arrays.sort(keys);
    int[] counts = new int[keys.length];
    int run = 0;
    for (int row = 0; row < keys.length; row++) {
      run += row > 0 && keys[row] != keys[row - 1] ? 1 : 0;
      counts[run]++;
    }
    return Arrays.copyOf(counts, run + 1);
  }
}
