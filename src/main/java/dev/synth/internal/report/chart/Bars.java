package dev.synth.internal.report.chart;

import java.util.List;

/**
 * Values of named things, side by side.
 *
 * @param title the heading
 * @param description what it shows, in words
 * @param axis what the values measure
 * @param lying whether bars lie, which suits many things and long names
 * @param names the things, in order
 * @param series a value for each thing, once a series
 */
public record Bars(
    String title,
    String description,
    String axis,
    boolean lying,
    List<String> names,
    List<Series> series)
    implements Chart {
  public Bars {
    names = List.copyOf(names);
    series = List.copyOf(series);
    for (Series own : series) {
      Lengths.same(names, own.values());
    }
  }

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
