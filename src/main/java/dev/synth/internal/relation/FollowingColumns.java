package dev.synth.internal.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that follow from another one: its state from a city, say. Of several that it
 * follows from, the one with the fewest values is named, and of two columns that follow from each
 * other the second.
 */
final class FollowingColumns {
  private final Search search;

  private FollowingColumns(Search search) {
    this.search = search;
  }

  static void find(Search search) {
    new FollowingColumns(search).find();
  }

  private void find() {
    List<ColumnFacts> columns = new ArrayList<>(search.open(column -> true));
    columns.sort(
        Comparator.comparingInt((ColumnFacts column) -> column.distinct.length)
            .thenComparingInt(column -> -column.index));
    for (int target = 0; target < columns.size(); target++) {
      if (search.targets.get(columns.get(target).index)) {
        continue;
      }
      for (int source = target + 1; source < columns.size(); source++) {
        ColumnFacts from = columns.get(source);
        if (from.kind != ColumnFacts.Kind.TIME
            && from.repeats()
            && follows(from, columns.get(target))) {
          break;
        }
      }
    }
  }

  private boolean follows(ColumnFacts source, ColumnFacts target) {
    if (!search.mayCompute(target.index, List.of(source.index))) {
      return false;
    }
    double[] map = map(source, target.values);
    Evidence evidence = search.evidence;
    return map != null
        && Arrays.stream(map).filter(value -> !Double.isNaN(value)).distinct().count() > 1
        && evidence.isEnough(source, target)
        && wouldBreak(source, target)
        && search.add(determined(source, target, map));
  }

  /** What follows from each of the source's values, NaN if nothing; null where rows disagree. */
  private static double @Nullable [] map(ColumnFacts source, double[] target) {
    double[] map = new double[source.distinct.length];
    Arrays.fill(map, Double.NaN);
    for (int row = 0; row < target.length; row++) {
      if (!Double.isNaN(target[row]) && !Double.isNaN(source.values[row])) {
        int key = Arrays.binarySearch(source.distinct, source.values[row]);
        if (map[key] != target[row] && !Double.isNaN(map[key])) {
          return null;
        }
        map[key] = target[row];
      }
    }
    return map;
  }

  /** Shuffled rows that differ from the first shuffled row with the same value. */
  private boolean wouldBreak(ColumnFacts source, ColumnFacts target) {
    double[] first = new double[source.distinct.length];
    Arrays.fill(first, Double.NaN);
    Evidence evidence = search.evidence;
    return evidence.wouldBreak(
        row -> {
          double key = source.values[evidence.shuffled(source.index, row)];
          double value = target.values[evidence.shuffled(target.index, row)];
          if (Double.isNaN(key) || Double.isNaN(value)) {
            return false;
          }
          int place = Arrays.binarySearch(source.distinct, key);
          if (Double.isNaN(first[place])) {
            first[place] = value;
          }
          return first[place] != value;
        });
  }

  private Relation.Determined determined(ColumnFacts source, ColumnFacts target, double[] map) {
    double ofMissing = Double.NaN;
    for (int row = source.missing.nextSetBit(0);
        row >= 0;
        row = source.missing.nextSetBit(row + 1)) {
      double value = target.values[row];
      if (Double.isNaN(value) || (!Double.isNaN(ofMissing) && ofMissing != value)) {
        ofMissing = Double.NaN;
        break;
      }
      ofMissing = value;
    }
    return new Relation.Determined(
        search.text.name(source.index) + " -> " + search.text.name(target.index),
        source.index,
        target.index,
        Arrays.stream(source.distinct).boxed().toList(),
        Arrays.stream(map).boxed().toList(),
        ofMissing);
  }
}
