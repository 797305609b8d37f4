package dev.synth.internal.monitor;

import dev.synth.internal.bundle.FittedReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The past that a window of rows is held against: windows of the same length that begin on the same
 * day of the week, or days, which are drawn by the day of the week.
 *
 * @param windows whole windows, the earliest first; used where there are at least {@value
 *     #FEWEST_WINDOWS}
 * @param days for each day of the window the past days of the same weekday; empty where a weekday
 *     has fewer than {@value #FEWEST_DAYS}
 * @param all all past days together
 * @param dayCount how many past days there are
 */
record Past(
    List<WindowCounts> windows, List<List<WindowCounts>> days, WindowCounts all, int dayCount) {
  /** With fewer windows nothing is known of how they differ. */
  static final int FEWEST_WINDOWS = 8;

  private static final int FEWEST_DAYS = 2;
  private static final int WEEK = 7;

  Past {
    windows = List.copyOf(windows);
    days = List.copyOf(days);
  }

  /** The parts that the past is made of. */
  enum Kind {
    /** Whole windows. */
    WINDOWS,
    /** Days, drawn anew. */
    DAYS,
    /** Too little of it. */
    NONE
  }

  /** Returns what there is enough of. */
  Kind kind() {
    if (windows.size() >= FEWEST_WINDOWS) {
      return Kind.WINDOWS;
    }
    return days.isEmpty() ? Kind.NONE : Kind.DAYS;
  }

  /** Returns the smallest number of past days that a weekday has. */
  int fewestDays() {
    return days.stream().mapToInt(List::size).min().orElse(0);
  }

  /** Returns a past of windows that are no days. */
  static Past ofWindows(FittedReference reference, List<WindowCounts> windows) {
    return new Past(windows, List.of(), WindowCounts.sum(reference, windows), 0);
  }

  /**
   * Cuts past days.
   *
   * @param past the past days
   * @param first the window's first day
   * @param last its last day; past days from the first to the last one are not looked at
   */
  static Past of(
      FittedReference reference, NavigableMap<Long, WindowCounts> past, long first, long last) {
    TreeMap<Long, WindowCounts> others = new TreeMap<>(past);
    others.subMap(first, true, last, true).clear();
    if (others.isEmpty()) {
      return new Past(List.of(), List.of(), new WindowCounts(reference), 0);
    }
    long length = last - first + 1;
    long stride = WEEK * ((length + WEEK - 1) / WEEK);
    List<WindowCounts> windows = new ArrayList<>();
    long start = others.firstKey() + Math.floorMod(first - others.firstKey(), stride);
    for (; start + length - 1 <= others.lastKey(); start += stride) {
      Map<Long, WindowCounts> own = others.subMap(start, true, start + length - 1, true);
      boolean overlaps = start <= last && start + length - 1 >= first;
      if (!overlaps && !own.isEmpty()) {
        windows.add(WindowCounts.sum(reference, List.copyOf(own.values())));
      }
    }
    List<List<WindowCounts>> days = new ArrayList<>();
    for (long day = first; day <= last; day++) {
      long weekday = Math.floorMod(day, WEEK);
      days.add(
          others.entrySet().stream()
              .filter(each -> Math.floorMod(each.getKey(), WEEK) == weekday)
              .map(Map.Entry::getValue)
              .toList());
    }
    boolean areFew = days.stream().anyMatch(each -> each.size() < FEWEST_DAYS);
    return new Past(
        windows,
        areFew ? List.of() : days,
        WindowCounts.sum(reference, List.copyOf(others.values())),
        others.size());
  }
}
