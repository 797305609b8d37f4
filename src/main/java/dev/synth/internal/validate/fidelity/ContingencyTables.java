package dev.synth.internal.validate.fidelity;

import dev.synth.internal.stats.Present;
import dev.synth.internal.stats.TotalVariation;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import java.util.Arrays;
import java.util.TreeSet;

/** The contingency tables of each two columns of a real and a synthetic sample. */
final class ContingencyTables {
  private static final int BINS = 5;

  /** Up to so many cells a table is an array; larger ones are mostly empty. */
  private static final int DENSE_CELLS = 4_096;

  private final int[][] real;
  private final int[][] synthetic;
  private final int[] codeCounts;

  ContingencyTables(Sample realSample, Sample syntheticSample) {
    int columns = realSample.columnCount();
    real = new int[columns][];
    synthetic = new int[columns][];
    codeCounts = new int[columns];
    for (int column = 0; column < columns; column++) {
      SampleColumn kind = realSample.columns().get(column);
      double[] cuts = kind.isNumber() ? quintiles(realSample.values(column)) : new double[0];
      int codes = kind.isNumber() ? cuts.length + 1 : kind.levels().size();
      codeCounts[column] = codes + 1;
      real[column] = codes(kind, cuts, codes, realSample.values(column));
      synthetic[column] = codes(kind, cuts, codes, syntheticSample.values(column));
    }
  }

  /** The distinct values at a fifth, two fifths … of the sorted present values. */
  private static double[] quintiles(double[] values) {
    double[] sorted = Present.sorted(values);
    TreeSet<Double> cuts = new TreeSet<>();
    for (int bin = 1; bin < BINS && sorted.length > 0; bin++) {
      cuts.add(sorted[(int) ((long) bin * sorted.length / BINS)]);
    }
    return cuts.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static int[] codes(SampleColumn kind, double[] cuts, int missing, double[] values) {
    int[] codes = new int[values.length];
    for (int row = 0; row < codes.length; row++) {
      double value = values[row];
      if (Double.isNaN(value)) {
        codes[row] = missing;
      } else if (kind.isNumber()) {
        codes[row] = bin(value, cuts);
      } else {
        codes[row] = (int) value;
      }
    }
    return codes;
  }

  /** The number of cuts below a value. */
  private static int bin(double value, double[] cuts) {
    int bin = 0;
    while (bin < cuts.length && value > cuts[bin]) {
      bin++;
    }
    return bin;
  }

  /** Returns ½·Σ|p − q| over the cells of two columns' table, in [0, 1]. */
  double distance(int first, int second) {
    long cells = (long) codeCounts[first] * codeCounts[second];
    return cells <= DENSE_CELLS
        ? dense(first, second, (int) cells)
        : TotalVariation.ofLevels(keys(real, first, second), keys(synthetic, first, second));
  }

  private double dense(int first, int second, int cells) {
    int width = codeCounts[second];
    int[] ofReal = new int[cells];
    int[] ofSynthetic = new int[cells];
    for (int row = 0; row < real[first].length; row++) {
      ofReal[real[first][row] * width + real[second][row]]++;
    }
    for (int row = 0; row < synthetic[first].length; row++) {
      ofSynthetic[synthetic[first][row] * width + synthetic[second][row]]++;
    }
    return TotalVariation.ofCounts(ofReal, ofSynthetic);
  }

  /** Returns how many real rows each cell of two columns' table has; some may be 0. */
  int[] realCounts(int first, int second) {
    long[] keys = keys(real, first, second);
    long cells = (long) codeCounts[first] * codeCounts[second];
    return cells <= DENSE_CELLS ? dense(keys, (int) cells) : runs(keys);
  }

  /** The cell of each row of a side in two columns' table. */
  private long[] keys(int[][] side, int first, int second) {
    long[] keys = new long[side[first].length];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = (long) side[first][row] * codeCounts[second] + side[second][row];
    }
    return keys;
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
