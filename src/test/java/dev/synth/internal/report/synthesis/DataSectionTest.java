package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.validate.metric.SampleColumn.Kind;
import dev.synth.internal.validate.plot.DataPlot;
import dev.synth.internal.validate.plot.DataPlot.ColumnOverview;
import dev.synth.internal.validate.plot.DataPlot.Drift;
import dev.synth.internal.validate.plot.DataPlot.Shift;
import dev.synth.internal.validate.plot.DataPlot.TimeBlock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataSectionTest {
  private static final long DAY = 86_400_000_000L;
  private static final ColumnOverview PLAIN =
      new ColumnOverview("amount", Kind.NUMBER, 0, 0.0, 1234, -0.25, null, 0.5);
  private static final ColumnOverview HOLES =
      new ColumnOverview("<place>", Kind.LEVEL, 0.125, null, 3, null, 0.5, null);

  private static String html(@Nullable Drift drift, ColumnOverview... columns) {
    return DataSection.of(new DataPlot(12_000, 98, 3, 1500, 2, List.of(columns), drift));
  }

  @Test
  void tilesCountRowsAndCopies() {
    assertThat(html(null, PLAIN))
        .contains("<p class=\"value\">12,000</p>")
        .contains(
            "<p class=\"value\">98</p>\n<p class=\"detail\">0.82\u00a0% of the training rows<")
        .contains("rare rows that repeat another; 1,500 of the other class");
  }

  @Test
  void noRowsAreNoFault() {
    assertThat(DataSection.of(new DataPlot(0, 0, 0, 0, 0, List.of(), null)))
        .contains("0.00\u00a0% of the training rows")
        .contains("No cell is missing.");
  }

  @Test
  void everyColumnHasARow() {
    assertThat(html(null, PLAIN, HOLES))
        .contains(
            "<th scope=\"row\">amount</th><td>number</td><td class=\"number\">0.0\u00a0%</td>"
                + "<td class=\"number\">0.0\u00a0%</td><td class=\"number\">1,234</td>"
                + "<td class=\"number\">–</td><td class=\"number\">−0.250</td>"
                + "<td class=\"number\">0.500</td>")
        .contains(
            "<th scope=\"row\">&lt;place&gt;</th><td>category</td>"
                + "<td class=\"number\">12.5\u00a0%</td><td class=\"number\">–</td>");
  }

  /** A share that was withheld for one column leaves the other class out. */
  @Test
  void missingCellsAreDrawnByClass() {
    ColumnOverview both = new ColumnOverview("age", Kind.NUMBER, 0.25, 0.5, 9, null, null, null);
    assertThat(html(null, both, PLAIN))
        .contains("\"names\":[\"age\"]")
        .contains("{\"name\":\"other class\",\"values\":[0.5],");
    assertThat(html(null, both, HOLES))
        .contains("\"names\":[\"age\",\"\\u003cplace\\u003e\"]")
        .doesNotContain("\"name\":\"other class\"");
  }

  @Test
  void theFifteenMostTellingColumnsAreDrawn() {
    ColumnOverview[] columns =
        IntStream.range(0, 20)
            .mapToObj(
                i -> new ColumnOverview("c" + i, Kind.NUMBER, 0, 0.0, 9, null, null, i / 20.0))
            .toArray(ColumnOverview[]::new);
    assertThat(html(null, columns))
        .contains("\"names\":[\"c19\",\"c18\",")
        .contains(",\"c6\",\"c5\"]");
  }

  @Test
  void driftIsToldInDays() {
    Drift drift =
        new Drift(
            "<when>",
            List.of(new TimeBlock(0, 2 * DAY, 100, 25), new TimeBlock(2 * DAY, 3 * DAY, 100, 50)),
            List.of(new Shift("amount", 0.5, 0.1), new Shift("age", 0.05, 0.1)));
    assertThat(html(drift, PLAIN))
        .contains("in stretches of &#39;&lt;when&gt;&#39; from 1970-01-01 to 1970-01-04, each")
        .contains("\"x\":[0,2,3],\"y\":[0.25,0.5,0.5]")
        .contains("\"title\":\"Columns that drift\"")
        .contains("\"names\":[\"amount\"]");
  }

  @Test
  void withoutDriftItIsSaid() {
    Drift still =
        new Drift("when", List.of(new TimeBlock(0, DAY, 9, 5)), List.of(new Shift("a", 0.1, 0.1)));
    assertThat(html(still, PLAIN))
        .contains("No column of the other class changes from the earlier to the later half")
        .doesNotContain("Rare rows over time");
  }
}
