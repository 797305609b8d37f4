package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartHtmlTest {
  private static final String HOSTILE = "</script><b>&";

  private static JsonNode spec(Chart chart) throws IOException {
    return Json.mapper().readTree(ChartJson.of(chart));
  }

  @Test
  void aFigureIsEscapedAndItsDataAreInert() throws IOException {
    Bars bars =
        new Bars(
            HOSTILE,
            "A & b.",
            "share",
            false,
            List.of(HOSTILE),
            List.of(Bars.Series.of("one", List.of(1.0), Chart.Tone.REAL)));
    String html = ChartHtml.of(bars);
    assertThat(html)
        .contains(
            "<figcaption><strong>&lt;/script&gt;&lt;b&gt;&amp;</strong><span>A &amp; b.</span>")
        .contains("role=\"img\" aria-label=\"&lt;/script&gt;&lt;b&gt;&amp;. A &amp; b.\"")
        .containsOnlyOnce("</script>")
        .doesNotContain("<b>");
    assertThat(spec(bars).path("names").path(0).asText()).isEqualTo(HOSTILE);
    assertThat(ChartHtml.data("x", TextNode.valueOf(HOSTILE))).containsOnlyOnce("</script>");
  }

  /** 1/3 to five digits, a whole number without a point, a gap, and no key for what is empty. */
  @Test
  void numbersAreShortAndGapsAreNull() throws IOException {
    JsonNode line =
        spec(new LineChart(
                "t",
                "d",
                Chart.Scale.of("x"),
                Chart.Scale.share("y"),
                List.of(
                    LineChart.Line.of(
                        "a", List.of(1.0, 2.0, 3.0), List.of(1.0 / 3, 2.0, Double.NaN))),
                List.of()))
            .path("lines")
            .path(0);
    assertThat(line.toString())
        .isEqualTo("{\"name\":\"a\",\"x\":[1,2,3],\"y\":[0.33333,2,null],\"tone\":\"next\"}");
  }

  @Test
  void eachKindHasItsType() throws IOException {
    List<Double> two = List.of(0.0, 1.0);
    Chart density = new DensityChart("t", "d", "x", List.of(0.0, 1.0, 2.0), List.of());
    Chart forest = new ForestPlot("t", "d", "x", 0.1, List.of());
    Chart heat = new HeatMap("t", "d", List.of("a"), List.of("b", "c"), List.of(two), -1, 1, true);
    Chart scatter =
        new Scatter(
            "t",
            "d",
            Chart.Scale.of("x"),
            Chart.Scale.of("y"),
            List.of(new Scatter.Cloud("a", two, two, Chart.Tone.MAJORITY)));
    assertThat(spec(density).path("type").asText()).isEqualTo("density");
    assertThat(spec(forest).toString())
        .isEqualTo("{\"type\":\"forest\",\"title\":\"t\",\"axis\":\"x\",\"effect\":0.1}");
    assertThat(spec(heat).path("diverging").asBoolean()).isTrue();
    assertThat(spec(heat).path("values").toString()).isEqualTo("[[0,1]]");
    assertThat(spec(scatter).path("clouds").path(0).path("tone").asText()).isEqualTo("majority");
  }

  @Test
  void listsThatBelongTogetherHaveOneLength() {
    assertThatThrownBy(() -> LineChart.Line.of("a", List.of(1.0), List.of()))
        .hasMessage("1 and 0 entries belong together");
  }

  @Test
  void oneChartIsNoChoice() {
    Chart chart = new ForestPlot("t", "d", "x", 0.1, List.of());
    assertThat(ChartHtml.choice("Of", List.of(chart))).isEqualTo(ChartHtml.of(chart));
    assertThat(ChartHtml.choice("Of", List.of(chart, chart)))
        .startsWith("<div class=\"choice\" data-label=\"Of\">\n<figure");
    assertThat(ChartHtml.multiples(List.of())).isEmpty();
  }
}
