package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.base.Json;
import dev.synth.table.Cells;
import dev.synth.table.Column;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The distributions of columns and scores when the model was fitted, for later comparisons: for
 * numbers and times the quantiles that part them into {@value #BINS} bins and how many rows each
 * bin has, for levels how many rows have each.
 */
final class Reference {
  private static final int BINS = 20;

  private Reference() {}

  /**
   * Returns the distributions.
   *
   * @param fitted the rows that were learned from
   * @param outOfFold scores of rows by models that had not learned from them
   */
  static ObjectNode of(Table fitted, ScoredRows outOfFold) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("rows", fitted.rowCount());
    ArrayNode columns = json.putArray("columns");
    for (Column column : fitted.schema().columns()) {
      Cells cells = fitted.cells(column.name());
      ObjectNode own = columns.addObject().put("column", column.name());
      own.put("missing", cells.missingCount());
      if (cells instanceof Cells.Levels levels) {
        own.set("levels", Json.tree(counts(levels)));
      } else {
        bins(own, values(cells));
      }
    }
    bins(json.putObject("score").put("rows", outOfFold.rowCount()), scores(outOfFold));
    return json;
  }

  private static double[] scores(ScoredRows rows) {
    Calibration.Groups groups = Calibration.Groups.of(rows);
    return IntStream.range(0, groups.scores().length)
        .boxed()
        .flatMapToDouble(
            i ->
                DoubleStream.generate(() -> groups.scores()[i])
                    .limit((long) (groups.rare()[i] + groups.others()[i])))
        .toArray();
  }

  private static Map<String, Integer> counts(Cells.Levels levels) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int row = 0; row < levels.size(); row++) {
      if (!levels.isMissing(row)) {
        counts.merge(levels.value(row), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static double[] values(Cells cells) {
    return IntStream.range(0, cells.size())
        .filter(row -> !cells.isMissing(row))
        .mapToDouble(
            row ->
                switch (cells) {
                  case Cells.Numbers numbers -> numbers.value(row);
                  case Cells.Instants instants -> instants.value(row);
                  case Cells.Levels levels -> levels.code(row);
                  case Cells.Texts texts -> throw new IllegalArgumentException("no features");
                })
        .toArray();
  }

  /** Bin i holds values above edge i and up to edge i + 1; the first one its lower edge too. */
  private static void bins(ObjectNode json, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    List<Double> edges =
        sorted.length == 0
            ? List.of()
            : IntStream.rangeClosed(0, BINS)
                .mapToDouble(i -> sorted[(int) ((sorted.length - 1L) * i / BINS)])
                .distinct()
                .boxed()
                .toList();
    int[] counts = new int[Math.max(0, edges.size() - 1)];
    for (double value : sorted) {
      int bin = 0;
      while (bin < counts.length - 1 && value > edges.get(bin + 1)) {
        bin++;
      }
      if (counts.length > 0) {
        counts[bin]++;
      }
    }
    json.set("edges", Json.tree(edges));
    json.set("counts", Json.tree(counts));
  }
}
