package dev.synth.internal.report.chart;

import java.util.List;

/**
 * Curves over one axis.
 *
 * @param title the heading
 * @param description what it shows, in words
 * @param x the axis across
 * @param y the axis upwards
 * @param lines the curves
 * @param verticals places on the axis across that are marked
 */
public record LineChart(
    String title, String description, Scale x, Scale y, List<Line> lines, List<Vertical> verticals)
    implements Chart {
  public LineChart {
    lines = List.copyOf(lines);
    verticals = List.copyOf(verticals);
  }

  /**
   * A curve.
   *
   * @param name what it is of
   * @param x places, rising
   * @param y values at these places
   * @param low lower edge of a band around the curve; empty where there is none
   * @param high upper edge of the band; empty where there is none
   * @param marks places on the curve that are named
   * @param stepped whether a value holds until the next place
   * @param tone what it stands for
   */
  public record Line(
      String name,
      List<Double> x,
      List<Double> y,
      List<Double> low,
      List<Double> high,
      List<Mark> marks,
      boolean stepped,
      Tone tone) {
    public Line {
      x = List.copyOf(x);
      y = List.copyOf(y);
      low = List.copyOf(low);
      high = List.copyOf(high);
      marks = List.copyOf(marks);
      Lengths.same(x, y);
      Lengths.sameOrNone(x, low);
      Lengths.sameOrNone(x, high);
    }

    /** Returns a plain curve. */
    public static Line of(String name, List<Double> x, List<Double> y) {
      return new Line(name, x, y, List.of(), List.of(), List.of(), false, Tone.NEXT);
    }

    /** Returns the same curve with what it stands for. */
    public Line toned(Tone other) {
      return new Line(name, x, y, low, high, marks, stepped, other);
    }

    /** Returns the same curve with named places. */
    public Line marked(List<Mark> others) {
      return new Line(name, x, y, low, high, others, stepped, tone);
    }
  }

  /** A named place. */
  public record Mark(double x, double y, String name) {}

  /** A named place on the axis across. */
  public record Vertical(double at, String name) {}
}
