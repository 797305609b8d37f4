package dev.synth.validate.detection;

import dev.synth.validate.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The cells of a row in the columns in which two classes differ most. */
final class ClassTraits {
  private static final int COLUMNS = 3;

  private final List<Integer> columns;

  /**
   * Ranks the columns by how well a single cut tells the classes apart: the largest difference of
   * the shares of rows up to a value, missing cells left aside.
   */
  ClassTraits(Sample first, Sample second) {
    double[] distances = new double[first.columnCount()];
    List<Integer> ranked = new ArrayList<>();
    for (int column = 0; column < distances.length; column++) {
      distances[column] = distance(first.values(column), second.values(column));
      ranked.add(column);
    }
    ranked.sort(Comparator.comparingDouble(column -> -distances[column]));
    columns = List.copyOf(ranked.subList(0, Math.min(COLUMNS, ranked.size())));
  }

  private static double distance(double[] first, double[] second) {
    double[] a = present(first);
    double[] b = present(second);
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      double x = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= x) {
        i++;
      }
      while (j < b.length && b[j] <= x) {
        j++;
      }
      largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return largest;
  }

  private static double[] present(double[] values) {
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(present);
    return present;
  }

  /** Returns a row's cells in these columns, such as {@code amount is 12, merchant is books}. */
  String of(Sample sample, int row) {
    return columns.stream()
        .map(
            column ->
                sample.columns().get(column).name()
                    + " is "
                    + sample.columns().get(column).text(sample.values(column)[row]))
        .collect(Collectors.joining(", "));
  }
}
