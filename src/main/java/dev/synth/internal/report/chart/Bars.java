package dev.synth.internal.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of named things, side by side.
 *
 * @param title the heading
 * @param description what it shows, in words
 * @param axis what the values measure
 * @param lying whether bars lie, which suits many things and long names
 * @param names the things, in order
 * @param series a value for each thing, once a series
 * @param mark a line across all bars; null where there is none
 */
public record Bars(
    String title,
    String description,
    String axis,
    boolean lying,
    List<String> names,
    List<Series> series,
    @Nullable Mark mark)
    implements Chart {
  public Bars {
    names = List.copyOf(names);
    series = List.copyOf(series);
    for (Series own : series) {
      Lengths.same(names, own.values());
    }
  }

  /** Bars without a line across them. */
  public Bars(
      String title,
      String description,
      String axis,
      boolean lying,
      List<String> names,
      List<Series> series) {
    this(title, description, axis, lying, names, series, null);
  }

  /** Returns the same with a line across all bars. */
  public Bars marked(Mark line) {
    return new Bars(title, description, axis, lying, names, series, line);
  }

  /**
   * A value that bars are held against.
   *
   * @param name what it is
   * @param at its value
   */
  public record Mark(String name, double at) {}

  /**
   * Values.
   *
   * @param name what they are of
   * @param values one a thing
   * @param low lower ends of their intervals; empty where there are none
   * @param high upper ends of their intervals; empty where there are none
   * @param tone what they stand for
   */
  public record Series(
      String name, List<Double> values, List<Double> low, List<Double> high, Tone tone) {
    public Series {
      values = List.copyOf(values);
      low = List.copyOf(low);
      high = List.copyOf(high);
      Lengths.sameOrNone(values, low);
      Lengths.sameOrNone(values, high);
    }

    /** Returns values without intervals. */
    public static Series of(String name, List<Double> values, Tone tone) {
      return new Series(name, values, List.of(), List.of(), tone);
    }
  }
}
