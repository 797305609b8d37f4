package dev.synth.internal.report.synthesis;

import dev.synth.internal.base.PlainText;
import dev.synth.internal.report.chart.Chart;
import dev.synth.internal.report.chart.Chart.Tone;
import dev.synth.internal.report.chart.ChartHtml;
import dev.synth.internal.report.chart.Scatter;
import dev.synth.internal.report.chart.Scatter.Cloud;
import dev.synth.internal.report.format.Html;
import dev.synth.internal.report.format.ReportNumbers;
import dev.synth.internal.validate.plot.MapPlot;
import java.util.ArrayList;
import java.util.List;

/** Real, synthetic and majority rows in two dimensions. */
public final class MapChart {
  private MapChart() {}

  /**
   * Returns the map.
   *
   * @param showRows whether real rows may stand in a page one by one
   */
  public static String of(MapPlot map, boolean showRows) {
    boolean rows = showRows && !map.rows().isEmpty();
    List<Cloud> clouds = new ArrayList<>();
    if (!map.majority().isEmpty()) {
      clouds.add(cells("other class", map.majority(), Tone.MAJORITY));
    }
    if (!rows && !map.real().isEmpty()) {
      clouds.add(cells("rare training rows", map.real(), Tone.REAL));
    }
    clouds.add(points("synthetic rows", map.synthetic(), Tone.SYNTHETIC));
    if (rows) {
      clouds.add(points("rare training rows", map.rows(), Tone.REAL));
    }
    return ChartHtml.of(
            new Scatter(
                "Rows on a map",
                "Synthetic rows are points. Real rows are counted in cells: a disc's area is how"
                    + " many. Synthetic rows should lie where the rare rows' discs are, and be as"
                    + " dense.",
                Chart.Scale.of(axis(map.axes().get(0))),
                Chart.Scale.of(axis(map.axes().get(1))),
                clouds))
        + Html.note(
            "The two directions in which rare training rows vary most (principal components of"
                + " scaled columns), each with its share of the variance and the columns that weigh"
                + " most in it."
                + (rows ? "" : " Cells with fewer than five real rows are not shown: ")
                + (rows ? "" : leftOut(map)));
  }

  private static String leftOut(MapPlot map) {
    return PlainText.of(
        "%s and %s of the other class are in these.",
        map.realLeftOut() == 1
            ? "one rare training row"
            : ReportNumbers.count(map.realLeftOut()) + " rare training rows",
        ReportNumbers.count(map.majorityLeftOut()));
  }

  private static String axis(MapPlot.Direction direction) {
    return PlainText.of(
        "%s (%.0f %%)",
        String.join(", ", direction.columns().subList(0, Math.min(2, direction.columns().size()))),
        100 * direction.explained());
  }

  private static Cloud cells(String name, List<MapPlot.MapSquare> cells, Tone tone) {
    return new Cloud(
        name,
        cells.stream().map(MapPlot.MapSquare::x).toList(),
        cells.stream().map(MapPlot.MapSquare::y).toList(),
        cells.stream().map(MapPlot.MapSquare::rows).toList(),
        tone);
  }

  private static Cloud points(String name, List<List<Double>> points, Tone tone) {
    return new Cloud(
        name,
        points.stream().map(List::getFirst).toList(),
        points.stream().map(List::getLast).toList(),
        tone);
  }
}
