package dev.synth.internal.classify.feature;

import dev.synth.table.Cells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A level as one-hot features.
 *
 * <p>Up to {@value #MOST_LEVELS} levels have a feature each; of more, the most frequent have one,
 * the others share one, and a last feature is the level's share among the fitted rows. Missing is a
 * feature of its own if a fitted cell was missing. A level that was not seen in the fitted rows is
 * 0 everywhere, or among the others where there are such. Two levels, with nothing missing, need
 * one feature only. Nothing is learned from the label, so nothing can leak from it.
 *
 * @param hot the levels with a feature of their own, in order
 * @param shares every fitted level's share of the fitted rows
 * @param others whether the remaining levels share a feature, beside that of the share
 * @param flagged whether a feature says that the level is missing
 */
record LevelFeatures(
    String column, List<String> hot, Map<String, Double> shares, boolean others, boolean flagged)
    implements ColumnFeatures {
  /** The most levels that all have a feature each; as in target encoders' usual cardinality. */
  static final int MOST_LEVELS = 32;

  static LevelFeatures fit(String column, Cells.Levels cells) {
    Map<String, Double> shares = shares(cells);
    List<String> levels = new ArrayList<>(shares.keySet());
    boolean flagged = cells.missingCount() > 0;
    boolean others = levels.size() > MOST_LEVELS;
    if (others) {
      levels = levels.subList(0, MOST_LEVELS - 1);
    } else if (levels.size() == 2 && !flagged) {
      levels = levels.subList(1, 2);
    }
    return new LevelFeatures(column, List.copyOf(levels), shares, others, flagged);
  }

  /** Returns the levels that have rows, most frequent first, equals by name, with their shares. */
  private static Map<String, Double> shares(Cells.Levels cells) {
    int[] counts = new int[cells.levels().size()];
    for (int row = 0; row < cells.size(); row++) {
      if (!cells.isMissing(row)) {
        counts[cells.code(row)]++;
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      if (counts[code] > 0) {
        order.add(code);
      }
    }
    order.sort(
        Comparator.<Integer>comparingInt(code -> -counts[code]).thenComparing(cells.levels()::get));
    Map<String, Double> shares = new LinkedHashMap<>();
    for (int code : order) {
      shares.put(cells.levels().get(code), counts[code] / (double) cells.size());
    }
    return shares;
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String level : hot) {
      names.add(column + " = " + level);
    }
    if (others) {
      names.add(column + " is another level");
      names.add(column + " share");
    }
    if (flagged) {
      names.add(column + " is missing");
    }
    return names;
  }

  @Override
  public double[][] encode(Cells cells) {
    Cells.Levels levels = (Cells.Levels) cells;
    int[] features = new int[levels.levels().size()];
    double[] share = new double[features.length];
    for (int code = 0; code < features.length; code++) {
      features[code] = hot.indexOf(levels.levels().get(code));
      share[code] = shares.getOrDefault(levels.levels().get(code), 0.0);
    }
    double[][] encoded = new double[names().size()][levels.size()];
    for (int row = 0; row < levels.size(); row++) {
      if (levels.isMissing(row)) {
        continue;
      }
      int code = levels.code(row);
      if (features[code] >= 0) {
        encoded[features[code]][row] = 1;
      } else if (others) {
        encoded[hot.size()][row] = 1;
      }
      if (others) {
        encoded[hot.size() + 1][row] = share[code];
      }
    }
    if (flagged) {
      encoded[encoded.length - 1] = ColumnFeatures.missingness(cells);
    }
    return encoded;
  }
}
