package dev.synth.internal.table.cell;

import dev.synth.internal.table.cell.DurationParts.Part;
import dev.synth.table.DurationForm;
import dev.synth.table.DurationForm.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  }

  /**
   * A column of durations.
   *
   * @param seconds the length that each text says; NaN where it says none in this form
   * @param form how they are written
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record Found(double[] seconds, DurationForm form) {
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
  public static @Nullable Found find(List<String> texts, int[] counts) {
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

  private @Nullable Found found() {
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
    return new Found(seconds, form(style));
  }

  /** Python writes no days where there are none. */
  private static boolean isOf(Style style, DurationParts parts) {
    return parts.style() == style || (style == Style.DAYS_IF_ANY && parts.style() == Style.CLOCK);
  }

  private DurationForm form(Style style) {
    int decimals = Integer.MAX_VALUE;
    boolean isFull = style == Style.CLOCK || style == Style.MINUTES || style == Style.DAYS;
    for (DurationParts each : parts) {
      if (each != null && isOf(style, each)) {
        decimals = Math.min(decimals, each.decimals());
        isFull = style == Style.UNITS ? isFull || each.isFull() : isFull && each.isFull();
      }
    }
    return new DurationForm(style, style == Style.UNITS ? template() : "", decimals, isFull);
  }

  /** Each unit that any text has, as most texts write it where it is two. */
  private String template() {
    Map<Integer, Map<String, Integer>> words = new TreeMap<>();
    Map<String, Integer> between = new TreeMap<>();
    for (int i = 0; i < counts.length; i++) {
      DurationParts each = parts.get(i);
      for (Part part : each == null ? List.<Part>of() : each.units()) {
        Map<String, Integer> known =
            words.computeIfAbsent(-part.length(), length -> new TreeMap<>());
        boolean isOne = part.number().doubleValue() == 1;
        known.merge(part.gap() + part.word(), isOne ? 1 : 1 + counts.length, Integer::sum);
        if (part != each.units().getFirst()) {
          between.merge(part.between(), counts[i], Integer::sum);
        }
      }
    }
    String gap = between.isEmpty() ? " " : mostFrequent(between);
    List<String> units = words.values().stream().map(each -> "2" + mostFrequent(each)).toList();
    return String.join(gap, units);
  }

  private static <T extends Comparable<T>> T mostFrequent(Map<T, Integer> rows) {
    T best = rows.keySet().iterator().next();
    for (Map.Entry<T, Integer> entry : rows.entrySet()) {
      best = entry.getValue() > rows.getOrDefault(best, 0) ? entry.getKey() : best;
    }
    return best;
  }
}
