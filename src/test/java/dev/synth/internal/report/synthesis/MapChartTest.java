package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.validate.plot.MapPlot;
import dev.synth.internal.validate.plot.MapPlot.Direction;
import dev.synth.internal.validate.plot.MapPlot.MapSquare;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapChartTest {
  private static MapPlot map(List<MapSquare> real, int realLeftOut, List<List<Double>> rows) {
    return new MapPlot(
        List.of(
            new Direction(0.425, List.of("amount", "<hour>", "age")),
            new Direction(0.2, List.of("age"))),
        0.5,
        real,
        realLeftOut,
        List.of(new MapSquare(3, 4, 1200)),
        7,
        List.of(List.of(0.125, 0.25)),
        rows);
  }

  private static final List<MapSquare> REAL = List.of(new MapSquare(1, 2, 9));
  private static final List<List<Double>> ROWS = List.of(List.of(5.5, 6.5));

  /** Two columns name an axis, with the share of the variance. */
  @Test
  void axesAreNamedByTheirColumns() {
    String html = MapChart.of(map(REAL, 2, List.of()), false);
    assertThat(html)
        .contains("\"name\":\"amount, \\u003chour\\u003e (43 %)\"")
        .contains("\"name\":\"age (20 %)\"");
  }

  @Test
  void realRowsAreCountedInCells() {
    String html = MapChart.of(map(REAL, 2, ROWS), false);
    assertThat(html)
        .contains("{\"name\":\"rare training rows\",\"x\":[1],\"y\":[2],\"rows\":[9],")
        .contains("{\"name\":\"synthetic rows\",\"x\":[0.125],\"y\":[0.25],\"tone\"")
        .contains("{\"name\":\"other class\",\"x\":[3],\"y\":[4],\"rows\":[1200],")
        .doesNotContain("5.5")
        .contains(
            "Cells with fewer than five real rows are not shown: 2 rare training rows and 7 of the"
                + " other class are in these.");
  }

  @Test
  void oneRowLeftOutIsNoPlural() {
    assertThat(MapChart.of(map(REAL, 1, List.of()), false))
        .contains("not shown: one rare training row and 7 of the other class are in these.");
  }

  /** Asked for, real rows stand one by one instead of in cells. */
  @Test
  void rowsThatMayBeShownReplaceTheirCells() {
    String html = MapChart.of(map(REAL, 2, ROWS), true);
    assertThat(html)
        .contains("{\"name\":\"rare training rows\",\"x\":[5.5],\"y\":[6.5],\"tone\"")
        .doesNotContain("are not shown");
    assertThat(MapChart.of(map(REAL, 2, List.of()), true)).contains("are not shown");
  }

  @Test
  void withoutRealCellsTheSyntheticRowsAreLeft() {
    assertThat(MapChart.of(map(List.of(), 60, List.of()), false))
        .contains("\"name\":\"synthetic rows\"")
        .doesNotContain("\"name\":\"rare training rows\"");
  }
}
