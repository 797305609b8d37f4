package dev.synth.internal.report.chart;

import java.util.List;

/**
 * A matrix of values as colours.
 *
 * @param title the heading
 * @param description what it shows, in words
 * @param rows names of the rows, from the top
 * @param columns names of the columns
 * @param values a list of each row's values
 * @param low the value of the first colour
 * @param high the value of the last colour
 * @param diverging whether colours part at the middle of the scale, as correlations do at 0
 */
public record HeatMap(
    String title,
    String description,
    List<String> rows,
    List<String> columns,
    List<List<Double>> values,
    double low,
    double high,
    boolean diverging)
    implements Chart {
  public HeatMap {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    values = values.stream().map(List::copyOf).toList();
    Lengths.same(rows, values);
    for (List<Double> row : values) {
      Lengths.same(columns, row);
    }
  }
}
