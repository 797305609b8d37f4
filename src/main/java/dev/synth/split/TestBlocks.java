package dev.synth.split;

import dev.synth.internal.base.Micros;
import dev.synth.table.Cells;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The blocks of test rows that are drawn anew together where all repeats test the same rows: the
 * rows of a day, of a stretch of time, of a group, or of a lot. Like the features it comes from, it
 * is no secret.
 */
public final class TestBlocks {
  /** With test rows of fewer days in all, days are too few to be blocks. */
  private static final int FEWEST_DAYS = 8;

  /** The number of stretches that a test part is cut into instead. */
  private static final int STRETCHES = 20;

  /** The unit of a block. */
  public enum Unit {
    /** The rows of a calendar day, in UTC. */
    DAY,
    /** A twentieth of a test part's rows, in the order of time. */
    STRETCH,
    /** The rows of a group in a test part; a row without a group stands alone. */
    GROUP,
    /** Rows that are dealt out in turn by a hash of their cells, equal ones together. */
    LOT
  }

  /** With more lots the bootstrap takes longer, and says the same. */
  private static final int MOST_LOTS = 200;

  private final int window;
  private final Unit unit;
  private final int[] blockOf;

  private TestBlocks(int window, Unit unit, int[] blockOf) {
    this.window = window;
    this.unit = unit;
    this.blockOf = blockOf;
  }

  /**
   * Blocks of time: days, if the time is a timestamp and the test rows of all windows span at least
   * {@value #FEWEST_DAYS} days, else {@value #STRETCHES} stretches.
   *
   * @param times the times of the table's rows
   * @param rows the window's test rows, in the order of time
   * @param everyTest the test rows of all windows, in the order of time
   */
  static TestBlocks ofTime(int window, Cells times, int[] rows, int[] everyTest) {
    if (times instanceof Cells.Instants instants) {
      long first = day(instants, everyTest[0]);
      long last = day(instants, everyTest[everyTest.length - 1]);
      if (last - first + 1 >= FEWEST_DAYS) {
        return numbered(window, Unit.DAY, rows, row -> (int) (day(instants, row) - first));
      }
    }
    int stretches = Math.min(STRETCHES, rows.length);
    int[] blockOf =
        IntStream.range(0, rows.length)
            .map(place -> (int) ((long) place * stretches / rows.length))
            .toArray();
    return new TestBlocks(window, Unit.STRETCH, blockOf);
  }

  /**
   * Whole groups.
   *
   * @param groups the groups of the table's rows
   * @param rows the window's test rows
   */
  static TestBlocks ofGroups(int window, Cells groups, int[] rows) {
    Components components = new Components(groups.size());
    components.joinGroups(groups);
    return numbered(window, Unit.GROUP, rows, components::of);
  }

  /**
   * Lots of single rows: as many as there are rare rows, and {@value #MOST_LOTS} at most, so that
   * an interval does not take its evidence for more than that of the rare rows. They are dealt out
   * in the order of a hash: in turn, lots of a sorted file would be too alike.
   *
   * @param units for each test row what it must stay together with, by number
   * @param contents for each test row a hash of what is in it
   * @param rare how many test rows are rare
   */
  static TestBlocks ofLots(int[] units, long[] contents, int rare) {
    int lots = Math.clamp(rare, 1, MOST_LOTS);
    Map<Integer, Long> keys = new LinkedHashMap<>(); // of units
    Map<Long, Integer> copies = new HashMap<>(); // equal rows in several units are spread as well
    for (int i = 0; i < units.length; i++) {
      if (!keys.containsKey(units[i])) {
        int copy = copies.merge(contents[i], 1, Integer::sum);
        keys.put(units[i], EqualRows.mixed(EqualRows.mixed(contents[i], 0), copy));
      }
    }
    Map<Integer, Integer> lotOf = new HashMap<>();
    keys.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(unit -> lotOf.put(unit.getKey(), lotOf.size() % lots));
    int[] blockOf =
        Arrays.stream(units).map(unit -> Objects.requireNonNull(lotOf.get(unit))).toArray();
    return new TestBlocks(1, Unit.LOT, blockOf);
  }

  private static long day(Cells.Instants instants, int row) {
    return Math.floorDiv(instants.value(row), Micros.PER_DAY);
  }

  /** Numbers blocks from 0 in the order in which they come up. */
  private static TestBlocks numbered(int window, Unit unit, int[] rows, IntUnaryOperator keyOf) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] blockOf = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int key = keyOf.applyAsInt(rows[i]);
      Integer known = numbers.putIfAbsent(key, numbers.size());
      blockOf[i] = known == null ? numbers.size() - 1 : known;
    }
    return new TestBlocks(window, unit, blockOf);
  }

  /** Returns which of the disjoint test parts this is, from 1, the earliest first. */
  public int window() {
    return window;
  }

  /** Returns what a block is. */
  public Unit unit() {
    return unit;
  }

  /** Returns for each test row the number of its block, from 0 without gaps; a copy. */
  public int[] blockOf() {
    return Arrays.copyOf(blockOf, blockOf.length);
  }
}
