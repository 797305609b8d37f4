package dev.synth.internal.report.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.Answer.Rating;
import dev.synth.validate.Finding;
import dev.synth.validate.ValidationReport.GateStatus;
import dev.synth.validate.ValidationReport.MetricReport;
import dev.synth.validate.ValidationReport.PartReading;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricSectionsTest {
  private static String html(MetricReport... metrics) {
    return new MetricSections(MetricFacts.report(true, Rating.GOOD, metrics)).html();
  }

  @Test
  void aMetricStandsBesideItsFloor() {
    assertThat(html(MetricFacts.metric("ks", GateStatus.FAILED, MetricFacts.measured(List.of()))))
        .contains(
            "<th scope=\"row\">Title of ks</th><td class=\"number\">0.250</td><td"
                + " class=\"gate\"><span class=\"bad-word\">failed</span> <span"
                + " class=\"rule\">limit 0.900</span></td>")
        .contains(
            "<td class=\"number\">0.100 to 0.200</td><td class=\"name\">lower</td>"
                + "<td>training</td><td class=\"number\">20 × 40</td>")
        .contains("<circle class=\"bad\"")
        .contains(
            "<li>ks is 0.250, below the limit of 0.900 (real rows among themselves: 0.100 to"
                + " 0.200)</li>")
        .contains("<h3>Is it like the real thing? <span class=\"good-word\">good</span></h3>")
        .contains("<td class=\"name\">lower</td>")
        .doesNotContain("What these metrics found", "Where the rows differ most", "All 1 figures");
  }

  @Test
  void whatIsMissingTellsWhy() {
    assertThat(
            html(
                MetricFacts.metric(
                    "a", GateStatus.NOT_COMPUTED, MetricFacts.missing("<few>", false)),
                MetricFacts.metric("b", GateStatus.OFF, MetricFacts.missing("oops", true))))
        .contains("</td><td>&lt;few&gt;</td><td></td><td class=\"name\">lower</td>")
        .contains("</td><td>failed: oops</td><td></td><td class=\"name\">lower</td>")
        .contains(
            "<span class=\"open-word\">not computed</span>", "<summary>All 2 figures</summary>")
        .contains("<li>a was not computed: &lt;few&gt;</li>")
        .doesNotContain("<li>b ", ">null", "NaN");
  }

  @Test
  void findingsAndPartsAreEscapedAndThoseAboveTheirFloorColoured() {
    assertThat(
            html(
                MetricFacts.metric(
                    "ks",
                    GateStatus.PASSED,
                    MetricFacts.measured(
                        List.of(
                            new PartReading(MetricFacts.HOSTILE, 0.3, 0.1, 0.2),
                            new PartReading("amount", 0.15, 0.1, 0.2)),
                        new Finding.PairScore(MetricFacts.HOSTILE, 0.5)))))
        .contains("<summary>Title of ks, against training rows: the worst 2 of 7</summary>")
        .contains(
            "<tr class=\"primary\"><th scope=\"row\">&lt;script&gt;</th><td"
                + " class=\"number\">0.300</td>")
        .contains("<tr><th scope=\"row\">amount</th><td class=\"number\">0.150</td>")
        .contains("<li>&lt;script&gt;: 0.500</li>")
        .doesNotContain("<script");
  }

  @Test
  void noMetricsLeaveANote() {
    assertThat(html()).contains("Nothing was measured.").doesNotContain("<table", "<h3");
  }
}
