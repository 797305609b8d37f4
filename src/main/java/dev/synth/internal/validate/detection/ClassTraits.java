package dev.synth.internal.validate.detection;

import dev.synth.internal.stats.KolmogorovSmirnov;
import dev.synth.internal.validate.fidelity.EnoughValues;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding.ShownCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cells of a row in the columns in which two classes differ most. */
final class ClassTraits {
  private static final int COLUMNS = 3;

  private final List<Integer> columns;

  /**
   * Ranks the columns by how well a single cut tells the classes apart: the largest difference of
   * the shares of rows up to a value, missing cells left aside; 0 with fewer than three values.
   */
  ClassTraits(Sample first, Sample second) {
    double[] distances = new double[first.columnCount()];
    List<Integer> ranked = new ArrayList<>();
    for (int column = 0; column < distances.length; column++) {
      double distance =
          EnoughValues.distance(
              first.values(column), second.values(column), KolmogorovSmirnov::distance);
      distances[column] = Double.isNaN(distance) ? 0 : distance;
      ranked.add(column);
    }
    ranked.sort(Comparator.comparingDouble(column -> -distances[column]));
    columns = List.copyOf(ranked.subList(0, Math.min(COLUMNS, ranked.size())));
  }

  /** Returns a row's cells in these columns. */
  List<ShownCell> of(Sample sample, int row) {
    return columns.stream()
        .map(
            column ->
                new ShownCell(
                    sample.columns().get(column).name(),
                    sample.columns().get(column).text(sample.values(column)[row])))
        .toList();
  }
}
