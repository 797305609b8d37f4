package dev.synth.internal.report.chart;

import java.util.List;

/**
 * Points in a plane.
 *
 * @param title the heading
 * @param description what it shows, in words
 * @param x the axis across
 * @param y the axis upwards
 * @param clouds the points, once a kind
 */
public record Scatter(String title, String description, Scale x, Scale y, List<Cloud> clouds)
    implements Chart {
  public Scatter {
    clouds = List.copyOf(clouds);
  }

  /**
   * Points of one kind.
   *
   * @param name what they are
   * @param x places across
   * @param y places upwards
   * @param rows how many rows each point stands for, which is its area; empty where it is one row
   * @param tone what they stand for
   */
  public record Cloud(String name, List<Double> x, List<Double> y, List<Integer> rows, Tone tone) {
    public Cloud {
      x = List.copyOf(x);
      y = List.copyOf(y);
      rows = List.copyOf(rows);
      Lengths.same(x, y);
      Lengths.sameOrNone(x, rows);
    }

    /** Points of a row each. */
    public Cloud(String name, List<Double> x, List<Double> y, Tone tone) {
      this(name, x, y, List.of(), tone);
    }
  }
}
