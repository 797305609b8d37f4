package dev.synth.internal.report.chart;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.validate.ValidationReport.Floor;

/** A metric's value beside the band in which real rows land among themselves; on its own scale. */
public final class FloorChart {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 22;

  private FloorChart() {}

  /**
   * Plots it.
   *
   * @param cssClass the dot's class: {@code good}, {@code bad}, {@code open} or {@code plain}
   * @param value the value at the floor's size
   */
  public static String of(String cssClass, double value, Floor floor) {
    double low = Math.min(floor.low(), value);
    double high = Math.max(floor.high(), value);
    Axis axis = Axis.around(low, high, 6, WIDTH - 6);
    double middle = HEIGHT / 2.0;
    String title =
        PlainText.of(
            "%s; real rows: %s to %s",
            ReportNumbers.significant(value),
            ReportNumbers.significant(floor.low()),
            ReportNumbers.significant(floor.high()));
    return new Svg(WIDTH, HEIGHT, title)
        .line("axis", 0, middle, WIDTH, middle)
        .box(
            "band",
            axis.at(floor.low()),
            4,
            axis.at(floor.high()) - axis.at(floor.low()),
            HEIGHT - 8)
        .line("median", axis.at(floor.median()), 4, axis.at(floor.median()), HEIGHT - 4)
        .dot(cssClass, axis.at(value), middle, 5)
        .html();
  }
}
