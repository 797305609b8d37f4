package dev.synth.internal.classify.feature;

import dev.synth.internal.stats.Medians;
import dev.synth.table.Cells;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A number as it is, and, where asked for, whether it is missing.
 *
 * @param filler what stands for a missing number
 * @param flagged whether a second feature says that the number is missing
 */
record NumberFeatures(String column, double filler, boolean flagged) implements ColumnFeatures {
  static NumberFeatures fit(String column, Cells.Numbers cells, MissingNumbers missing) {
    return switch (missing) {
      case KEPT -> new NumberFeatures(column, Double.NaN, false);
      case IMPUTED -> new NumberFeatures(column, filler(cells), cells.missingCount() > 0);
    };
  }

  private static double filler(Cells.Numbers cells) {
    double median =
        Medians.median(
            IntStream.range(0, cells.size())
                .filter(row -> !cells.isMissing(row))
                .mapToDouble(cells::value)
                .toArray());
    return Double.isNaN(median) ? 0 : median;
  }

  @Override
  public List<String> names() {
    return flagged ? List.of(column, column + " is missing") : List.of(column);
  }

  @Override
  public double[][] encode(Cells cells) {
    Cells.Numbers numbers = (Cells.Numbers) cells;
    double[] values = new double[numbers.size()];
    for (int row = 0; row < values.length; row++) {
      // adding zero turns −0 into 0, so that equal numbers compare as equal
      values[row] = numbers.isMissing(row) ? filler : numbers.value(row) + 0.0;
    }
    return flagged
        ? new double[][] {values, ColumnFeatures.missingness(cells)}
        : new double[][] {values};
  }
}
