package dev.synth.internal.cluster;

import dev.synth.base.Problem;
import dev.synth.internal.base.SortedValues;
import dev.synth.internal.base.Spelling;
import dev.synth.internal.cluster.Segmentation.PurchaseScores;
import dev.synth.internal.stats.Medians;
import dev.synth.internal.table.CellText;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.ColumnType;
import dev.synth.table.Schema;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Recency, frequency and monetary value (RFM, Hughes 1994) of customers: one row each.
 *
 * <p>Recency is the number of days from a customer's last purchase to the last one of all; of times
 * that are numbers, their difference. Frequency is the number of rows, monetary value their sum.
 * Scores are quintiles, 5 being best: customers with equal values share a score.
 *
 * @param table the columns {@code recency}, {@code frequency} and {@code monetary}
 * @param customers the customers' names, in order
 * @param leftOut how many rows lack a customer, a time or an amount
 * @param scores of recency, frequency and monetary value, one a customer each
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record CustomerTable(Table table, List<String> customers, int leftOut, int[][] scores) {
  private static final double DAY_MICROS = 86_400e6;
  private static final int QUINTILES = 5;

  public CustomerTable {
    customers = List.copyOf(customers);
    scores = Arrays.stream(scores).map(int[]::clone).toArray(int[][]::new);
  }

  @Override
  public int[][] scores() {
    return Arrays.stream(scores).map(int[]::clone).toArray(int[][]::new);
  }

  /** The purchases of a customer. */
  private static final class Purchases {
    private double last = Double.NEGATIVE_INFINITY;
    private int count;
    private double sum;
  }

  /**
   * Takes down what customers did.
   *
   * @param rows one a purchase
   * @param customer the column that names the customer
   * @param date the column of the purchase's time
   * @param amount the column of what was spent
   * @throws Problem if a column is missing or of another type
   */
  public static CustomerTable of(Table rows, String customer, String date, String amount) {
    Column who = column(rows, customer);
    column(rows, date);
    column(rows, amount);
    Cells times = rows.cellsInUtc(date);
    if (!(times instanceof Cells.Instants) && !(times instanceof Cells.Numbers)) {
      throw Problem.data("'%s' must hold times or numbers, to tell how recent a row is", date);
    }
    if (!(rows.cells(amount) instanceof Cells.Numbers amounts)) {
      throw Problem.data("'%s' must hold numbers, to be summed", amount);
    }
    Cells names = rows.cells(customer);
    Map<String, Purchases> all = new TreeMap<>();
    int leftOut = 0;
    for (int row = 0; row < rows.rowCount(); row++) {
      if (names.isMissing(row) || times.isMissing(row) || amounts.isMissing(row)) {
        leftOut++;
        continue;
      }
      Purchases own = all.computeIfAbsent(CellText.of(who, names, row), name -> new Purchases());
      own.last = Math.max(own.last, at(times, row));
      own.count++;
      own.sum += amounts.value(row);
    }
    return of(all, leftOut);
  }

  private static Column column(Table rows, String name) {
    List<String> names = rows.schema().names();
    if (!names.contains(name)) {
      throw Problem.data("there is no column '%s'%s", name, Spelling.hint(name, names));
    }
    return rows.schema().columns().get(rows.schema().indexOf(name));
  }

  private static double at(Cells times, int row) {
    return switch (times) {
      case Cells.Instants instants -> instants.value(row) / DAY_MICROS;
      case Cells.Numbers numbers -> numbers.value(row);
      case Cells.Levels levels -> 0;
      case Cells.Texts texts -> 0;
    };
  }

  private static CustomerTable of(Map<String, Purchases> all, int leftOut) {
    double last = all.values().stream().mapToDouble(own -> own.last).max().orElse(0);
    double[] recency = all.values().stream().mapToDouble(own -> last - own.last).toArray();
    double[] frequency = all.values().stream().mapToDouble(own -> own.count).toArray();
    double[] monetary = all.values().stream().mapToDouble(own -> own.sum).toArray();
    List<Column> columns =
        List.of(
            new Column("recency", ColumnType.Numeric.UNBOUNDED),
            new Column("frequency", ColumnType.Numeric.UNBOUNDED),
            new Column("monetary", ColumnType.Numeric.UNBOUNDED));
    Table table =
        new Table(
            new Schema(columns),
            List.of(
                new Cells.Numbers(recency),
                new Cells.Numbers(frequency),
                new Cells.Numbers(monetary)));
    double[] newest = Arrays.stream(recency).map(days -> -days).toArray();
    int[][] scores = {quintiles(newest), quintiles(frequency), quintiles(monetary)};
    return new CustomerTable(table, new ArrayList<>(all.keySet()), leftOut, scores);
  }

  /**
   * Returns the quintile of each value, 1 to 5 for the highest: by the middle of the ranks that
   * equal values share.
   */
  static int[] quintiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(values)
        .mapToInt(
            value -> {
              int below = SortedValues.countBelow(sorted, value);
              int notAbove = SortedValues.countUpTo(sorted, value);
              double middle = (below + notAbove) / 2.0;
              return 1 + Math.min(QUINTILES - 1, (int) (QUINTILES * middle / sorted.length));
            })
        .toArray();
  }

  /** Returns the mean scores of some customers. */
  public PurchaseScores meanScores(int[] rows) {
    return new PurchaseScores(
        mean(scores[0], rows),
        mean(scores[1], rows),
        mean(scores[2], rows),
        median("recency", rows),
        median("frequency", rows),
        median("monetary", rows));
  }

  private double median(String column, int[] rows) {
    return table.cells(column) instanceof Cells.Numbers numbers
        ? Medians.median(IntStream.of(rows).mapToDouble(numbers::value).toArray())
        : Double.NaN;
  }

  private static double mean(int[] scores, int[] rows) {
    return IntStream.of(rows).map(row -> scores[row]).average().orElse(0);
  }
}
