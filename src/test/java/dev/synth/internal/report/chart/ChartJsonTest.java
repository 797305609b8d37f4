package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.chart.Bars.Series;
import dev.synth.internal.report.chart.Chart.Scale;
import dev.synth.internal.report.chart.Chart.Tone;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartJsonTest {
  private static Bars bars(String name, Double... values) {
    return new Bars(
        "Title",
        "Described in the figure.",
        "axis",
        false,
        List.of(values).stream().map(value -> name).toList(),
        List.of(Series.of(name, List.of(values), Tone.REAL)));
  }

  @Test
  void whatSaysNothingIsLeftOut() {
    assertThat(ChartJson.of(bars("a", 0.5)))
        .isEqualTo(
            "{\"type\":\"bars\",\"title\":\"Title\",\"axis\":\"axis\",\"names\":[\"a\"],\"series\":"
                + "[{\"name\":\"a\",\"values\":[0.5],\"tone\":\"real\"}]}");
  }

  @Test
  void aLineAcrossBarsHasItsName() {
    assertThat(ChartJson.of(bars("a", 0.5).marked(new Bars.Mark("alarm", 100))))
        .endsWith(",\"mark\":{\"name\":\"alarm\",\"at\":100}}");
  }

  /** Five significant digits; whole numbers have no point; what is not finite is a gap. */
  @Test
  void numbersAreShort() {
    assertThat(
            ChartJson.of(
                bars(
                    "a",
                    0.123456789,
                    1234567.0,
                    3.0,
                    -0.0,
                    1e20,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY)))
        .contains("\"values\":[0.12346,1234600,3,0,1.0E20,null,null]");
  }

  @Test
  void noNameEndsTheScriptElement() throws IOException {
    String hostile = "</script><script>alert(\"1\")</script>\\<!--";
    String json = ChartJson.of(bars(hostile, 1.0));
    assertThat(json).doesNotContain("<").doesNotContain(">");
    assertThat(Json.mapper().readTree(json).at("/series/0/name").asText()).isEqualTo(hostile);
  }

  @Test
  void everyChartHasItsType() throws IOException {
    Scale x = Scale.of("x");
    Map<Chart, String> types =
        Map.of(
            bars("a", 1.0),
            "bars",
            new DensityChart("t", "d", "x", List.of(0.0, 1.0), List.of()),
            "density",
            new ForestPlot("t", "d", "x", 0.01, List.of()),
            "forest",
            new HeatMap("t", "d", List.of(), List.of(), List.of(), 0, 1, true),
            "heat",
            new LineChart("t", "d", x, x, List.of(), List.of()),
            "lines",
            new Panel(
                "t", "d", List.of(), List.of(), List.of(), false, List.of(), List.of(), List.of()),
            "panel",
            new Scatter("t", "d", x, x, List.of()),
            "scatter");
    for (Map.Entry<Chart, String> each : types.entrySet()) {
      JsonNode json = Json.mapper().readTree(ChartJson.of(each.getKey()));
      assertThat(json.path("type").asText()).isEqualTo(each.getValue());
      assertThat(json.has("description")).as(each.getValue()).isFalse();
    }
  }
}
