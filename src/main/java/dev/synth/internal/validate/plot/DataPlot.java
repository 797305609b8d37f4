package dev.synth.internal.validate.plot;

import dev.synth.internal.validate.metric.SampleColumn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The training rows themselves.
 *
 * @param rows training rows of both classes
 * @param rare how many are rare
 * @param rareCopies rare rows that equal an earlier rare row, of those looked at
 * @param majorityCopies majority rows that equal an earlier majority row, of those looked at
 * @param twoLabels rare rows that equal a majority row but for the label, of those looked at
 * @param columns what each column is like, in the order of the panels
 * @param drift what changes over time, or null where no column says when a row happened
 */
public record DataPlot(
    int rows,
    int rare,
    int rareCopies,
    int majorityCopies,
    int twoLabels,
    List<ColumnOverview> columns,
    @Nullable Drift drift) {
  public DataPlot {
    columns = List.copyOf(columns);
  }

  /**
   * One column.
   *
   * @param name its name
   * @param kind how its values compare
   * @param missingRare share of rare rows without a value
   * @param missingMajority the same of majority rows; null where there are none
   * @param distinct different values among rare rows
   * @param skew the quartile skewness of rare rows, in [−1, 1]; null for levels and constants
   * @param topShare share of rare rows with the most frequent value, at least five of them; null
   *     where it is rarer
   * @param separates the distance of rare and majority rows, in [0, 1]; null where there is none
   */
  public record ColumnOverview(
      String name,
      SampleColumn.Kind kind,
      double missingRare,
      @Nullable Double missingMajority,
      int distinct,
      @Nullable Double skew,
      @Nullable Double topShare,
      @Nullable Double separates) {}

  /**
   * The changes of the data over time.
   *
   * @param column the column of time
   * @param blocks stretches of time, each with no or at least five rare rows
   * @param columns the columns in which majority rows of the later half differ most from those of
   *     the earlier half, the most different first
   */
  public record Drift(String column, List<TimeBlock> blocks, List<Shift> columns) {
    public Drift {
      blocks = List.copyOf(blocks);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A stretch of time.
   *
   * @param from its beginning, in microseconds since 1970
   * @param to its end
   * @param rows about how many training rows fall into it
   * @param rare how many of them are rare
   */
  public record TimeBlock(long from, long to, long rows, int rare) {}

  /**
   * The distance of a column's later half from its earlier one.
   *
   * @param column its name
   * @param distance the distance, in [0, 1]
   * @param noise about the largest distance of as many rows from one distribution, in 19 cases of
   *     20
   */
  public record Shift(String column, double distance, double noise) {}
}
