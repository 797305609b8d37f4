package dev.synth.internal.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.JsonFields;
import dev.synth.table.Cells;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The bins in which the cells of one column are counted. The last one holds the missing cells, so
 * that the counts of all bins sum to the rows.
 */
public sealed interface Bins {
  /** Returns the number of bins, at least 2. */
  int count();

  /** Returns the bin of each cell. */
  int[] of(Cells cells);

  /**
   * Bins of numbers or times: below the lowest edge; at it; above an edge and up to the next, one
   * for each pair; above the highest; missing.
   *
   * @param edges rising; empty where no cell had a value
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record OfValues(double[] edges) implements Bins {
    private static final int QUANTILES = 20;

    public OfValues {
      edges = edges.clone();
    }

    /** Returns bins of about equal numbers of the values, {@value #QUANTILES} at most. */
    static OfValues byQuantiles(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      return new OfValues(
          sorted.length == 0
              ? sorted
              : IntStream.rangeClosed(0, QUANTILES)
                  .mapToDouble(i -> sorted[(int) ((sorted.length - 1L) * i / QUANTILES)])
                  .distinct()
                  .toArray());
    }

    @Override
    public int count() {
      return edges.length + 3;
    }

    /** Returns the bin of a value. */
    public int of(double value) {
      if (edges.length == 0) {
        return 0;
      }
      int found = Arrays.binarySearch(edges, value + 0.0);
      return found >= 0 ? found + 1 : value < edges[0] ? 0 : -found;
    }

    @Override
    public int[] of(Cells cells) {
      int[] bins = new int[cells.size()];
      for (int row = 0; row < bins.length; row++) {
        bins[row] =
            cells.isMissing(row)
                ? count() - 1
                : switch (cells) {
                  case Cells.Numbers numbers -> of(numbers.value(row));
                  case Cells.Instants times -> of((double) times.value(row));
                  case Cells.Levels levels -> throw new IllegalArgumentException("levels");
                  case Cells.Texts texts -> throw new IllegalArgumentException("texts");
                };
      }
      return bins;
    }
  }

  /**
   * Bins of levels: one for each, then all that are new, then missing.
   *
   * @param levels in the order of their texts
   */
  record OfLevels(List<String> levels) implements Bins {
    public OfLevels {
      levels = List.copyOf(levels);
    }

    @Override
    public int count() {
      return levels.size() + 2;
    }

    @Override
    public int[] of(Cells cells) {
      if (!(cells instanceof Cells.Levels own)) {
        throw new IllegalArgumentException("no levels");
      }
      Map<String, Integer> known = new HashMap<>();
      levels.forEach(level -> known.put(level, known.size()));
      int[] codes =
          own.levels().stream()
              .mapToInt(level -> known.getOrDefault(level, levels.size()))
              .toArray();
      int[] bins = new int[own.size()];
      for (int row = 0; row < bins.length; row++) {
        bins[row] = own.isMissing(row) ? count() - 1 : codes[own.code(row)];
      }
      return bins;
    }
  }

  /** Returns bins that suit a column's cells. */
  static Bins suiting(Cells cells) {
    return switch (cells) {
      case Cells.Levels levels -> {
        TreeSet<String> names = new TreeSet<>();
        IntStream.range(0, levels.size())
            .filter(row -> !levels.isMissing(row))
            .forEach(row -> names.add(levels.value(row)));
        yield new OfLevels(List.copyOf(names));
      }
      case Cells.Numbers numbers ->
          OfValues.byQuantiles(
              IntStream.range(0, numbers.size())
                  .filter(row -> !numbers.isMissing(row))
                  .mapToDouble(row -> numbers.value(row) + 0.0) // -0.0 becomes 0.0
                  .toArray());
      case Cells.Instants times ->
          OfValues.byQuantiles(
              IntStream.range(0, times.size())
                  .filter(row -> !times.isMissing(row))
                  .mapToDouble(row -> (double) times.value(row))
                  .toArray());
      case Cells.Texts texts -> throw new IllegalArgumentException("texts are no features");
    };
  }

  /** Returns how many cells each bin has. */
  default long[] counts(Cells cells) {
    long[] counts = new long[count()];
    for (int bin : of(cells)) {
      counts[bin]++;
    }
    return counts;
  }

  /**
   * Returns how many cells each bin has, each counted as many times as it stands for.
   *
   * @param weights one a cell; null where each stands for itself
   */
  default long[] counts(Cells cells, double @Nullable [] weights) {
    if (weights == null) {
      return counts(cells);
    }
    int[] bins = of(cells);
    double[] sums = new double[count()];
    for (int row = 0; row < bins.length; row++) {
      sums[bins[row]] += weights[row];
    }
    return Arrays.stream(sums).mapToLong(Math::round).toArray();
  }

  /** Returns the bins as JSON, for {@link #fromJson}. */
  default ObjectNode toJson() {
    ObjectNode json = Json.mapper().createObjectNode();
    switch (this) {
      case OfValues values -> json.set("edges", Json.tree(values.edges()));
      case OfLevels levels -> json.set("levels", Json.tree(levels.levels()));
    }
    return json;
  }

  /** Reads what {@link #toJson} wrote. */
  static Bins fromJson(JsonFields json) {
    return json.json().has("edges")
        ? new OfValues(json.numbers("edges"))
        : new OfLevels(json.texts("levels"));
  }
}
