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
   * @param tone what they stand for
   */
  public record Cloud(String name, List<Double> x, List<Double> y, Tone tone) {
    public Cloud {
      x = List.copyOf(x);
      y = List.copyOf(y);
      Lengths.same(x, y);
    }
  }
}
