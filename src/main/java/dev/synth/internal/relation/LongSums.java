package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds sums of four or five columns, one of which may be taken away. */
final class LongSums {
  /** The most columns among which sums of four are looked for. */
  static final int MOST_OF_FOUR = 30;

  /** The most columns among which sums of five are looked for. */
  static final int MOST_OF_FIVE = 20;

  private final Search search;
  private final List<ColumnFacts> columns;
  private final double[][] screen;
  private final int parts;

  /**
   * A search for sums.
   *
   * @param parts how many columns are summed up, 4 or 5
   * @param columns columns of numbers
   * @param screen rows that a candidate must hold in first, with a value a column
   */
  LongSums(int parts, Search search, List<ColumnFacts> columns, double[][] screen) {
    this.parts = parts;
    this.search = search;
    this.columns = columns.subList(0, Math.min(mostColumns(parts), columns.size()));
    this.screen = screen;
  }

  private static int mostColumns(int parts) {
    return parts > 4 ? MOST_OF_FIVE : MOST_OF_FOUR;
  }

  /** Looks candidates up in some of the screening rows. */
  void find(List<double[]> rows) {
    for (double[] row : rows) {
      Integer[] order =
          IntStream.range(0, columns.size())
              .boxed()
              .filter(column -> !Double.isNaN(row[column]))
              .sorted(Comparator.comparingDouble(column -> row[column]))
              .toArray(Integer[]::new);
      double[] sorted = Arrays.stream(order).mapToDouble(column -> row[column]).toArray();
      int[] chosen = new int[parts];
      choose(chosen, 0, 0, row, () -> look(chosen, row, order, sorted));
    }
  }

  /** Chooses parts that are there and not zero, since zeros fit into any sum. */
  private void choose(int[] places, int chosen, int first, double[] row, Runnable then) {
    if (chosen == parts) {
      then.run();
      return;
    }
    for (int column = first; column < columns.size(); column++) {
      if (Math.abs(row[column]) > 0) {
        places[chosen] = column;
        choose(places, chosen + 1, column + 1, row, then);
      }
    }
  }

  private void look(int[] places, double[] row, Integer[] order, double[] sorted) {
    for (int minus = -1; minus < parts; minus++) {
      double sum = sum(places, minus, row);
      if (!Double.isNaN(sum)) {
        double allowed = allowed(sum);
        int place = Arrays.binarySearch(sorted, sum - allowed);
        place = place < 0 ? -place - 1 : place;
        for (; place < sorted.length && sorted[place] <= sum + allowed; place++) {
          accept(places, minus, order[place]);
        }
      }
    }
  }

  private static double allowed(double sum) {
    return ColumnFacts.ROUNDING * (1 + Math.abs(sum));
  }

  private static double sum(int[] places, int minus, double[] row) {
    double sum = 0;
    for (int i = 0; i < places.length; i++) {
      sum += i == minus ? -row[places[i]] : row[places[i]];
    }
    return sum;
  }

  private void accept(int[] places, int minus, int target) {
    for (double[] row : screen) {
      double sum = sum(places, minus, row);
      if (Math.abs(row[target] - sum) > allowed(sum)) { // false where a cell is missing
        return;
      }
    }
    if (Arrays.stream(places).anyMatch(part -> part == target)) {
      return;
    }
    List<Relation.Term> terms = new ArrayList<>();
    List<String> plus = new ArrayList<>();
    String less = "";
    for (int i = 0; i < parts; i++) {
      int index = columns.get(places[i]).index;
      terms.add(new Relation.Term(i == minus ? -1 : 1, List.of(index), List.of()));
      if (i == minus) {
        less = " - " + search.text.name(index);
      } else {
        plus.add(search.text.name(index));
      }
    }
    int result = columns.get(target).index;
    String rule =
        PlainText.of("%s%s == %s", String.join(" + ", plus), less, search.text.name(result));
    new ExactSum(terms, result).accept(rule, search, 0);
  }
}
