package dev.synth.internal.report.chart;

import java.util.List;

/**
 * Differences with their intervals, a row each, around a line at no difference.
 *
 * @param title the heading
 * @param description what it shows, in words
 * @param axis what the differences are of
 * @param effect half the width of the strip that is plotted around no difference: the effect worth
 *     having; not finite where there is none
 * @param groups rows under headings
 */
public record ForestPlot(
    String title, String description, String axis, double effect, List<Group> groups)
    implements Chart {
  public ForestPlot {
    groups = List.copyOf(groups);
  }

  /** Rows that stand under one heading, such as those of one classifier. */
  public record Group(String name, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A difference.
   *
   * @param name whose it is
   * @param mean the estimate
   * @param low lower end of its interval; not finite where there is none
   * @param high upper end of its interval; not finite where there is none
   * @param points what the estimate is the mean of
   * @param strong whether it gets a verdict, and is plotted in colour
   */
  public record Row(
      String name, double mean, double low, double high, List<Double> points, boolean strong) {
    public Row {
      points = List.copyOf(points);
    }
  }
}
