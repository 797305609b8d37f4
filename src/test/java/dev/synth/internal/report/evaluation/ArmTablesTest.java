package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArmTablesTest {
  private static final Comparison COMPARISON =
      TableFacts.comparison(
          List.of(
              TableFacts.summary(Arm.NONE, "forest", 0.512),
              TableFacts.summary(TableFacts.HOSTILE, "forest", 0.5306),
              TableFacts.summary(Arm.NONE, "other", null)),
          List.of());

  /** Of two repeats 60 of 196 rare rows were caught: 30 of 98 a repeat; 11 alarms are 6 rounded. */
  @Test
  void theOverviewHasAGroupAClassifierAndColoursWhatIsJudged() {
    assertThat(new ArmTables(COMPARISON).overview())
        .contains("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"8\">forest</th></tr>")
        .contains(
            "<th scope=\"row\" class=\"name\">none</th><td class=\"number\">0.512 ± 0.012</td>")
        .contains("<td class=\"number\">30 of 98</td><td class=\"number\">6</td>")
        .contains(
            "<tr class=\"primary\"><th scope=\"row\" class=\"name\">&lt;script&gt;, ratio 0.1</th>")
        .contains("<td class=\"number\">0.531 ± 0.012</td>")
        .contains("<th scope=\"row\" class=\"name\">none</th><td class=\"number\">–</td>")
        .doesNotContain("<script", "null", "NaN");
  }

  @Test
  void everyMeasureIsInTheFoldedTableAndWhatIsMissingTellsWhy() {
    String html = new ArmTables(COMPARISON).everything();
    assertThat(html)
        .contains("<summary>forest</summary>", "<summary>other</summary>")
        .contains(
            "<th scope=\"row\">ROC AUC</th><td class=\"name\">higher</td><td"
                + " class=\"number\">0.500 ± 0.250</td>",
            "<th scope=\"row\">Brier score</th><td class=\"name\">lower</td>")
        .contains("<li>Average precision: one &lt;class&gt;</li>")
        .doesNotContain("<script", "null");
  }
}
