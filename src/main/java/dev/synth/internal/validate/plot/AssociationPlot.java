package dev.synth.internal.validate.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The strength of association of columns: Spearman's ρ, Cramér's V or the correlation ratio, as in
 * the metric {@code mean_pair_difference}.
 *
 * @param columns the columns' names, in the order of the table; at most 40, those that differ most
 * @param columnsLeftOut how many others there are
 * @param noise about the largest difference of two numeric columns' values in as many rows of one
 *     distribution, in 19 pairs of 20
 * @param real of rare training rows, one row and one column a name; null where there is none
 * @param synthetic of synthetic rows
 * @param difference synthetic less real
 */
public record AssociationPlot(
    List<String> columns,
    int columnsLeftOut,
    double noise,
    List<List<@Nullable Double>> real,
    List<List<@Nullable Double>> synthetic,
    List<List<@Nullable Double>> difference) {
  public AssociationPlot {
    columns = List.copyOf(columns);
    real = kept(real);
    synthetic = kept(synthetic);
    difference = kept(difference);
  }

  /** Copies what may hold nulls. */
  private static List<List<@Nullable Double>> kept(List<List<@Nullable Double>> matrix) {
    List<List<@Nullable Double>> rows = new ArrayList<>();
    for (List<@Nullable Double> row : matrix) {
      rows.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    return Collections.unmodifiableList(rows);
  }
}
