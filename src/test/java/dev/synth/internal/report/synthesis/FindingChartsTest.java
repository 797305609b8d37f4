package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.Answer;
import dev.synth.validate.Finding;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingChartsTest {
  private static final Finding.Area AREA = new Finding.Area(60, 50, 0.875, 0.8, 0.95, 0.001);

  private static ValidationReport report(String metric, Reading reading) {
    return MetricFacts.report(
        true,
        Answer.Rating.GOOD,
        MetricFacts.metric("dcr", GateStatus.PASSED, MetricFacts.measured(List.of())),
        MetricFacts.metric(metric, GateStatus.PASSED, reading));
  }

  private static String discriminatingColumns(Finding... findings) {
    return FindingCharts.discriminatingColumns(
        report("c2st_boosted", MetricFacts.measured(List.of(), findings)));
  }

  @Test
  void withoutTheMetricThereIsNothing() {
    ValidationReport other = report("nndr", MetricFacts.measured(List.of(), AREA));
    assertThat(FindingCharts.discriminatingColumns(other)).isEmpty();
    assertThat(FindingCharts.patterns(other)).isEmpty();
    ValidationReport missing = report("c2st_boosted", MetricFacts.missing("too few rows", false));
    assertThat(FindingCharts.discriminatingColumns(missing)).isEmpty();
  }

  @Test
  void noDiscriminatingColumnIsSaid() {
    assertThat(discriminatingColumns(AREA))
        .isEqualTo(
            "<p>Gradient boosting tells synthetic from real rows with an area under the ROC curve"
                + " of 0.875 (0.800 to 0.950); 0.5 is guessing, 1 is certain. No single column"
                + " tells synthetic rows apart.</p>\n");
  }

  @Test
  void discriminatingColumnsAreBars() {
    assertThat(discriminatingColumns(AREA, new Finding.DiscriminatingColumn("<b>", 0.25)))
        .contains("Discriminating columns")
        .contains("\"names\":[\"\\u003cb\\u003e\"]")
        .contains("\"values\":[0.25]")
        .doesNotContain("No single column");
  }

  private static final Finding.Pattern FIRST =
      new Finding.Pattern(
          0.125, 0.25, List.of(new Finding.Trait("<amount>", "310", "24", null, null)));

  @Test
  void patternsAreBarsAndSentences() {
    String html =
        FindingCharts.patterns(
            report(
                "cluster_coverage",
                MetricFacts.measured(
                    List.of(), FIRST, new Finding.Pattern(0.875, 0.75, List.of()))));
    assertThat(html)
        .contains("\"names\":[\"Pattern 1\",\"Pattern 2\"]")
        .contains("{\"name\":\"rare training rows\",\"values\":[0.25,0.75],\"tone\":\"real\"}")
        .contains("{\"name\":\"synthetic rows\",\"values\":[0.125,0.875],")
        .contains("<li>Pattern 1: 12.5\u00a0% of the synthetic and 25.0\u00a0% of the real rows")
        .contains("&lt;amount&gt; about 310 (elsewhere 24).</li>");
  }

  /** All rows of one cluster are no patterns. */
  @Test
  void onePatternIsNone() {
    assertThat(
            FindingCharts.patterns(
                report("cluster_coverage", MetricFacts.measured(List.of(), FIRST))))
        .isEmpty();
  }
}
