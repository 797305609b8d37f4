package dev.synth.internal.relation;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.rule.TimePart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds columns that follow from another one: its state from a city, say. Of several that it
 * follows from, the one with the fewest values is named, and of two columns that follow from each
 * other the second.
 */
final class FollowingColumns {
  /** Parts of times that others follow from, the coarsest first. */
  private static final List<TimePart> PARTS =
      List.of(
          TimePart.YEAR,
          TimePart.QUARTER,
          TimePart.WEEKDAY,
          TimePart.MONTH,
          TimePart.WEEK,
          TimePart.START_OF_QUARTER,
          TimePart.START_OF_MONTH,
          TimePart.HOUR);

  /** The most values of a column that follows from a part of a time. */
  private static final int MOST_OF_TIMES = 60;

  /** The fewest rows for each value of the part. */
  private static final int ROWS_A_VALUE = 5;

  private static final int FIRST_ROWS = 300;

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
            && follows(from, null, columns.get(target))) {
          break;
        }
      }
    }
    findOfTimes();
  }

  /** Columns that follow from a part of a time: the name of its weekday, its quarter, a shift. */
  private void findOfTimes() {
    List<ColumnFacts> targets =
        search.open(
            column ->
                column.kind != ColumnFacts.Kind.TIME && column.distinct.length <= MOST_OF_TIMES);
    for (ColumnFacts time : TimePartColumns.times(search)) {
      for (TimePart part : PARTS) {
        for (ColumnFacts target : targets) {
          if (!search.targets.get(target.index) && holdsAtFirst(time, part, target)) {
            ColumnFacts source = time.partOf(part);
            if (source.varies() && source.present() >= ROWS_A_VALUE * source.distinct.length) {
              follows(source, part, target);
            }
          }
        }
      }
    }
  }

  /** Returns whether the first rows agree, which few do by chance. */
  private static boolean holdsAtFirst(ColumnFacts time, TimePart part, ColumnFacts target) {
    Map<Double, Double> values = new HashMap<>();
    for (int row = 0; row < Math.min(FIRST_ROWS, target.values.length); row++) {
      double value = target.values[row];
      double key = part.of(time.values[row]);
      if (!Double.isNaN(value) && !Double.isNaN(key)) {
        Double known = values.putIfAbsent(key, value);
        if (known != null && known != value) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean follows(ColumnFacts source, @Nullable TimePart part, ColumnFacts target) {
    if (!search.mayCompute(target.index, List.of(source.index))) {
      return false;
    }
    double[] map = map(source, target.values);
    Evidence evidence = search.evidence;
    return map != null
        && Arrays.stream(map).filter(value -> !Double.isNaN(value)).distinct().count() > 1
        && evidence.isEnough(source, target)
        && wouldBreak(source, target)
        && search.add(determined(source, part, target, map));
  }

  /**
   * Returns what follows from each of the source's values, NaN if nothing; null where rows
   * disagree.
   */
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

  private Relation.Determined determined(
      ColumnFacts source, @Nullable TimePart part, ColumnFacts target, double[] map) {
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
    String name = search.text.name(source.index);
    String from = part == null ? name : PlainText.of("%s(%s)", part.function(), name);
    return new Relation.Determined(
        from + " -> " + search.text.name(target.index),
        source.index,
        part,
        target.index,
        Arrays.stream(source.distinct).boxed().toList(),
        Arrays.stream(map).boxed().toList(),
        ofMissing);
  }
}
