package dev.synth.internal.validate.metric;

import dev.synth.base.RandomStream;
import dev.synth.validate.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pairs of columns that are compared: all of them or, of many columns, some that are drawn.
 *
 * <p>There are n·(n − 1)/2 pairs of n columns, so that a table of ten times the columns would take
 * a hundred times as long. Up to {@value #MOST} pairs are all compared, which is up to 45 columns.
 * Beyond, {@value #MOST} are drawn, or half as many as there are columns where that is more: by
 * turns, each of which pairs all columns off at random, so that no column is left out.
 */
public final class ColumnPairs {
  /** The number of drawn pairs: their mean errs by 3 % of the pairs' own deviation. */
  public static final int MOST = 1_000;

  /** The sentence that definitions of metrics of pairs share. */
  public static final String DRAWN =
      " Of more than 45 columns, 1,000 pairs are drawn, the same on both sides and in every draw,"
          + " and the report says so.";

  private final int[] first;
  private final int[] second;
  private final String[] names;
  private final long all;

  private ColumnPairs(List<int[]> pairs, List<SampleColumn> columns, long all) {
    first = pairs.stream().mapToInt(pair -> pair[0]).toArray();
    second = pairs.stream().mapToInt(pair -> pair[1]).toArray();
    names =
        pairs.stream()
            .map(pair -> columns.get(pair[0]).name() + " / " + columns.get(pair[1]).name())
            .toArray(String[]::new);
    this.all = all;
  }

  /**
   * Returns the pairs of some columns, in the order of the table.
   *
   * @param columns all columns
   * @param chosen positions of those to pair, ascending
   * @param stream where drawn pairs come from; not touched where all are taken
   */
  static ColumnPairs of(List<SampleColumn> columns, int[] chosen, RandomStream stream) {
    long all = (long) chosen.length * (chosen.length - 1) / 2;
    return new ColumnPairs(all <= MOST ? every(chosen) : drawn(chosen, stream), columns, all);
  }

  private static List<int[]> every(int[] chosen) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < chosen.length; i++) {
      for (int j = i + 1; j < chosen.length; j++) {
        pairs.add(new int[] {chosen[i], chosen[j]});
      }
    }
    return pairs;
  }

  private static List<int[]> drawn(int[] chosen, RandomStream stream) {
    int columns = chosen.length;
    int wanted = Math.max(MOST, (columns + 1) / 2);
    Set<Long> known = new HashSet<>();
    while (known.size() < wanted) {
      int[] order = stream.permutation(columns);
      for (int i = 0; i < columns && known.size() < wanted; i += 2) {
        int one = order[i];
        int other = order[(i + 1) % columns]; // of an odd number, the last meets the first again
        known.add((long) Math.min(one, other) * columns + Math.max(one, other));
      }
    }
    return known.stream()
        .sorted()
        .map(key -> new int[] {chosen[(int) (key / columns)], chosen[(int) (key % columns)]})
        .toList();
  }

  /** Returns how many pairs are compared. */
  public int count() {
    return first.length;
  }

  /** Returns the position of a pair's first column. */
  public int first(int pair) {
    return first[pair];
  }

  /** Returns the position of a pair's second column, behind the first. */
  public int second(int pair) {
    return second[pair];
  }

  /** Returns both names, with a slash between. */
  public String name(int pair) {
    return names[pair];
  }

  /** Returns how many pairs there are. */
  public long all() {
    return all;
  }

  /** Returns how many pairs were drawn; none where all are compared. */
  public List<Finding> findings() {
    return first.length == all ? List.of() : List.of(new Finding.DrawnPairs(first.length, all));
  }
}
