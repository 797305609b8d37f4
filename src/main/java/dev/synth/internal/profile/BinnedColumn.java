package dev.synth.internal.profile;

import dev.synth.table.Cells;
import java.util.Arrays;

/**
 * A column as bins of rows: bin 0 holds the missing cells, and the others follow the order of the
 * values where these have one.
 */
final class BinnedColumn {
  private final int[] binOf;
  private final int bins;
  private final boolean ordered;

  private BinnedColumn(int[] binOf, int bins, boolean ordered) {
    this.binOf = binOf;
    this.bins = bins;
    this.ordered = ordered;
  }

  /** Gives every different value a bin of its own. */
  static BinnedColumn byValue(Cells cells) {
    return switch (cells) {
      case Cells.Numbers numbers -> ordered(numbers, row -> numbers.value(row) + 0.0);
      case Cells.Instants instants -> ordered(instants, row -> (double) instants.value(row));
      case Cells.Levels levels -> {
        int[] binOf = new int[levels.size()];
        for (int row = 0; row < binOf.length; row++) {
          binOf[row] = levels.isMissing(row) ? 0 : levels.code(row) + 1;
        }
        yield new BinnedColumn(binOf, levels.levels().size() + 1, false);
      }
      case Cells.Texts texts -> new BinnedColumn(new int[texts.size()], 1, false);
    };
  }

  private interface Values {
    double at(int row);
  }

  private static BinnedColumn ordered(Cells cells, Values values) {
    double[] sorted = new double[cells.size() - cells.missingCount()];
    int count = 0;
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        sorted[count++] = values.at(row);
      }
    }
    double[] different = different(sorted);
    int[] binOf = new int[cells.size()];
    for (int row = 0; row < binOf.length; row++) {
      binOf[row] = cells.isMissing(row) ? 0 : 1 + Arrays.binarySearch(different, values.at(row));
    }
    return new BinnedColumn(binOf, different.length + 1, true);
  }

  private static double[] different(double[] values) {
    Arrays.sort(values);
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (count == 0 || values[i] != values[count - 1]) {
        values[count++] = values[i];
      }
    }
    return Arrays.copyOf(values, count);
  }

  /** Joins neighbouring bins until there are few, of about equal numbers of rows. */
  BinnedColumn atMost(int most) {
    if (!ordered || bins - 1 <= most) {
      return this;
    }
    int[] rows = new int[bins];
    for (int bin : binOf) {
      rows[bin]++;
    }
    int present = binOf.length - rows[0];
    int[] joined = new int[bins];
    long before = 0;
    for (int bin = 1; bin < bins; bin++) {
      joined[bin] = 1 + (int) (before * most / present);
      before += rows[bin];
    }
    return new BinnedColumn(Arrays.stream(binOf).map(bin -> joined[bin]).toArray(), most + 1, true);
  }

  int of(int row) {
    return binOf[row];
  }

  int bins() {
    return bins;
  }

  boolean isOrdered() {
    return ordered;
  }
}
