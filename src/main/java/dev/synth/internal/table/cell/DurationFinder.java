package dev.synth.internal.table.cell;

import dev.synth.internal.table.cell.DurationParts.Part;
import dev.synth.internal.table.cell.DurationParts.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds how a column's texts say durations. */
public final class DurationFinder {
  /** A column of durations has one among so many of its texts. */
  private static final int SAMPLE = 200;

  private final List<@Nullable DurationParts> parts = new ArrayList<>();
  private final int[] counts;

  private DurationFinder(List<String> texts, int[] counts) {
    this.counts = counts;
    texts.forEach(text -> parts.add(DurationParts.of(text)));
    if (parts.stream().anyMatch(each -> each != null && each.hasYears())) {
      parts.clear(); // 10m beside 3y 6m is no ten minutes
      texts.forEach(text -> parts.add(DurationParts.of(text, true)));
    }
  }

  /** The kind of texts, by what else they may be. */
  public enum Kind {
    /** Times of day: {@code 12:42:10}. */
    CLOCK,
    /** Times of day, ratios, results: {@code 12:42}. */
    MINUTES,
    /** Nothing else: {@code 0 days 00:05:30}. */
    DAYS,
    /** Levels, such as the terms of a contract: {@code 1h 30m}, {@code P1D}. */
    UNITS,
    /** Numbers with a unit: {@code 5 h}. */
    ONE_UNIT
  }

  /**
   * A column of durations.
   *
   * @param seconds the length that each text says; NaN where it says none in this form
   * @param example a duration that shows how they are written
   * @param kind what they are
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record FoundDurations(double[] seconds, String example, Kind kind) {
    /** Returns whether a text is a duration. */
    public boolean reads(int text) {
      return !Double.isNaN(seconds[text]);
    }
  }

  /**
   * Returns the durations in a form that reads the most rows, or null where no text is one.
   *
   * @param texts the different texts
   * @param counts how many rows each has
   */
  public static @Nullable FoundDurations find(List<String> texts, int[] counts) {
    return looksLikeSome(texts) ? new DurationFinder(texts, counts).found() : null;
  }

  private static boolean looksLikeSome(List<String> texts) {
    int step = texts.size() / SAMPLE + 1;
    for (int i = 0; i < texts.size(); i += step) {
      if (DurationParts.of(texts.get(i)) != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable FoundDurations found() {
    Map<Style, Integer> rows = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      DurationParts each = parts.get(i);
      if (each != null) {
        rows.merge(each.style(), counts[i], Integer::sum);
      }
    }
    if (rows.isEmpty()) {
      return null;
    }
    Style style = rows.containsKey(Style.DAYS_IF_ANY) ? Style.DAYS_IF_ANY : mostFrequent(rows);
    double[] seconds = new double[counts.length];
    for (int i = 0; i < seconds.length; i++) {
      DurationParts each = parts.get(i);
      seconds[i] = each != null && isOf(style, each) ? each.seconds().doubleValue() : Double.NaN;
    }
    String example = example(style);
    return new FoundDurations(seconds, example, kind(style, example));
  }

  /** Python writes no days where there are none. */
  private static boolean isOf(Style style, DurationParts parts) {
    return parts.style() == style || (style == Style.DAYS_IF_ANY && parts.style() == Style.CLOCK);
  }

  private static Kind kind(Style style, String example) {
    return switch (style) {
      case CLOCK -> Kind.CLOCK;
      case MINUTES -> Kind.MINUTES;
      case DAYS, DAYS_IF_ANY -> Kind.DAYS;
      case ISO -> Kind.UNITS;
      case UNITS -> example.matches("\\d+ ?[A-Za-z]+\\.?") ? Kind.ONE_UNIT : Kind.UNITS;
    };
  }

  /** A duration with as many digits as all texts have. */
  private String example(Style style) {
    int decimals = Integer.MAX_VALUE;
    boolean allFull = true;
    boolean anyFull = false;
    for (DurationParts each : parts) {
      if (each != null && isOf(style, each)) {
        decimals = Math.min(decimals, each.decimals());
        allFull &= each.isFull();
        anyFull |= each.isFull();
      }
    }
    String behind = decimals == 0 ? "" : "." + "0".repeat(decimals);
    String hours = allFull ? "00" : "0";
    return switch (style) {
      case CLOCK -> hours + ":00:00" + behind;
      case MINUTES -> hours + ":00" + behind;
      case DAYS -> "0 days " + hours + ":00:00" + behind;
      case DAYS_IF_ANY -> "1 day, " + hours + ":00:00" + behind;
      case ISO -> iso(anyFull, behind);
      case UNITS -> units(anyFull ? "0" : "2", behind);
    };
  }

  /** The units that all texts have, where one is written that is zero. */
  private String iso(boolean anyFull, String decimals) {
    Set<Integer> always = new TreeSet<>();
    parts.stream()
        .filter(each -> each != null && each.style() == Style.ISO)
        .map(each -> each.units().stream().map(Part::length).collect(Collectors.toSet()))
        .reduce(DurationFinder::both)
        .ifPresent(always::addAll);
    if (!anyFull || always.size() < 2) {
      return "PT0" + decimals + "S";
    }
    return (always.contains(DurationParts.DAY) ? "P0DT" : "PT")
        + (always.contains(DurationParts.HOUR) ? "0H" : "")
        + (always.contains(DurationParts.MINUTE) ? "0M" : "")
        + (always.contains(1) ? "0" + decimals + "S" : "");
  }

  private static Set<Integer> both(Set<Integer> one, Set<Integer> other) {
    Set<Integer> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }

  /** Each unit that any text has, as most texts write it where it is not one. */
  private String units(String first, String decimals) {
    TreeMap<Integer, Map<String, Integer>> words = new TreeMap<>();
    Map<String, Integer> between = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      DurationParts each = parts.get(i);
      List<Part> units = each == null ? List.of() : each.units();
      for (int at = 0; at < units.size(); at++) {
        Part part = units.get(at);
        Map<String, Integer> known =
            words.computeIfAbsent(-part.length(), length -> new TreeMap<>());
        boolean isOne = part.number().doubleValue() == 1;
        known.merge(part.gap() + part.word(), isOne ? 1 : 1 + counts.length, Integer::sum);
        if (at > 0) {
          between.merge(part.between(), counts[i], Integer::sum);
        }
      }
    }
    String gap = between.isEmpty() ? " " : mostFrequent(between);
    StringBuilder example = new StringBuilder();
    for (Map.Entry<Integer, Map<String, Integer>> unit : words.entrySet()) {
      boolean isLast = unit.getKey().equals(words.lastKey());
      example.append(example.isEmpty() ? first : gap + "2").append(isLast ? decimals : "");
      example.append(mostFrequent(unit.getValue()));
    }
    return example.toString();
  }

  private static <T extends Comparable<T>> T mostFrequent(Map<T, Integer> rows) {
    T best = rows.keySet().iterator().next();
    for (Map.Entry<T, Integer> entry : rows.entrySet()) {
      best = entry.getValue() > rows.getOrDefault(best, 0) ? entry.getKey() : best;
    }
    return best;
  }
}
