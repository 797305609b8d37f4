package dev.synth.internal.table;

import dev.synth.table.Cells;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The order of a column's levels. */
public final class LevelOrder {
  private LevelOrder() {}

  /**
   * Returns the levels of some cells, the most frequent first and equally frequent ones by name,
   * then those that only others have, by name; missing cells are left out.
   */
  public static List<String> byFrequency(Cells.Levels levels, List<Cells.Levels> others) {
    Map<String, Integer> counts = counts(levels);
    List<String> byFrequency = new ArrayList<>(counts.keySet());
    byFrequency.sort(Comparator.comparingInt(level -> -counts.getOrDefault(level, 0)));
    Set<String> all = new LinkedHashSet<>(byFrequency);
    others.forEach(other -> all.addAll(counts(other).keySet()));
    return List.copyOf(all);
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
}
