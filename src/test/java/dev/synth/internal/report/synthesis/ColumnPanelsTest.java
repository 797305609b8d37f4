package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.validate.metric.SampleColumn.Kind;
import dev.synth.internal.validate.plot.ColumnPlot;
import dev.synth.internal.validate.plot.Plots;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnPanelsTest {
  private static final ColumnPlot.Side REAL = new ColumnPlot.Side(100, 0, List.of(60, 40));
  private static final ColumnPlot.Side SYNTHETIC = new ColumnPlot.Side(80, 0, List.of(40, 40));

  private static ColumnPlot number(String name, @Nullable Double distance, double edge) {
    return column(name, Kind.NUMBER, distance, List.of(edge), List.of(), REAL);
  }

  private static ColumnPlot column(
      String name,
      Kind kind,
      @Nullable Double distance,
      List<Double> edges,
      List<String> levels,
      ColumnPlot.Side real) {
    return new ColumnPlot(
        name,
        kind,
        ColumnPlot.DistanceMeasure.KS,
        distance,
        0.2,
        kind == Kind.LEVEL ? ColumnPlot.Scale.LEVELS : ColumnPlot.Scale.LINEAR,
        edges,
        List.of(1.0, 1.0),
        levels,
        kind == Kind.LEVEL,
        real,
        SYNTHETIC,
        null,
        List.of(),
        List.of());
  }

  private static String html(int leftOut, int majority, List<ColumnPlot> columns) {
    return ColumnPanels.of(
        new Plots(
            Plots.VERSION,
            new Plots.RowCounts(1234, 80, majority, 0),
            false,
            leftOut,
            columns,
            null,
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null));
  }

  @Test
  void withoutAColumnThereIsNothing() {
    assertThat(html(0, 0, List.of())).isEmpty();
    ColumnPlot alone =
        column(
            "a", Kind.NUMBER, 0.1, List.of(), List.of(), new ColumnPlot.Side(100, 0, List.of(100)));
    assertThat(html(0, 0, List.of(alone))).as("one bin is no chart").isEmpty();
  }

  @Test
  void theSummaryCountsWhatDiffers() {
    ColumnPlot differs = number("a", 0.5, 3.0);
    ColumnPlot alike = number("b", 0.1, 3.0);
    assertThat(html(0, 0, List.of(differs, alike)))
        .startsWith("<p>1 of 2 columns differs more than 19 of 20 columns of real rows would");
    assertThat(html(0, 0, List.of(differs, differs, alike)))
        .startsWith("<p>2 of 3 columns differ more than 19 of 20");
    assertThat(html(0, 0, List.of(alike, alike)))
        .startsWith("<p>None of 2 columns differs more than by chance");
  }

  @Test
  void aPanelTellsItsDistance() {
    assertThat(html(0, 0, List.of(number("<a>", 0.5, 3.0))))
        .contains("<figure class=\"chart small panel strong\">")
        .contains(
            "<strong>&lt;a&gt;</strong><span>Differs: distance 0.500, by chance up to 0.200</");
    assertThat(html(0, 0, List.of(number("a", 0.1, 3.0))))
        .contains("<figure class=\"chart small panel\">")
        .contains("<span>As real rows: distance 0.100, by chance up to 0.200</span>");
    assertThat(html(0, 0, List.of(number("a", null, 3.0))))
        .contains("<span>Too few values to compare</span>");
  }

  /** Fewer than five missing values are not counted in a page. */
  @Test
  void missingValuesAreSharesOrAFew() {
    ColumnPlot few =
        column(
            "a",
            Kind.NUMBER,
            0.1,
            List.of(3.0),
            List.of(),
            new ColumnPlot.Side(100, null, List.of(60, 37)));
    assertThat(html(0, 0, List.of(few)))
        .contains(". Missing: real a few, synthetic 0.0\u00a0%</span>");
  }

  @Test
  void edgesAreReadAsTheirKindIs() {
    assertThat(html(0, 0, List.of(number("a", 0.1, 2.5)))).contains("\"edges\":[\"3\"]");
    assertThat(html(0, 0, List.of(number("a", 0.1, 2.25)))).contains("\"edges\":[\"2.25\"]");
    assertThat(html(0, 0, List.of(timed(Kind.TIME_OF_DAY)))).contains("\"edges\":[\"01:05\"]");
    assertThat(html(0, 0, List.of(timed(Kind.TIME)))).contains("\"edges\":[\"1970-01-01\"]");
    assertThat(html(0, 0, List.of(column("a", Kind.LEVEL, 0.1, List.of(), List.of("<x>"), REAL))))
        .contains("\"names\":[\"\\u003cx\\u003e\",\"other levels\"]")
        .doesNotContain("\"edges\"");
  }

  private static ColumnPlot timed(Kind kind) {
    return column("a", kind, 0.1, List.of(65 * 60e6), List.of(), REAL);
  }

  /** Three more than are in sight are shown; four are folded away. */
  @Test
  void aFewMoreAreNotWorthAFold() {
    ColumnPlot each = number("a", 0.1, 3.0);
    assertThat(html(0, 0, Collections.nCopies(15, each))).doesNotContain("The other");
    assertThat(html(0, 0, Collections.nCopies(16, each)))
        .contains("<summary>The other 4 columns, which differ less</summary>");
  }

  @Test
  void theKeyAndNotesCount() {
    List<ColumnPlot> one = List.of(number("a", 0.1, 3.0));
    assertThat(html(0, 0, one))
        .contains("rare training rows (1,234): line")
        .contains("synthetic rows (80): line")
        .doesNotContain("other class (")
        .doesNotContain("no chart.");
    assertThat(html(1, 5000, one))
        .contains("other class (5,000): area, or tick")
        .contains(" One column that differs less has no chart.</p>");
    assertThat(html(1200, 0, one)).contains(" 1,200 columns that differ less have no chart.</p>");
  }
}
