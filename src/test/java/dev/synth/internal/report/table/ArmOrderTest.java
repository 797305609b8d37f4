package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Results;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.report.paper.MarkdownTables;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArmOrderTest {
  private final Comparison given =
      Comparer.compare(
          new Protocol("random-forest", Method.RANDOM, "max-f1", .01), Results.family(10));

  /** In {@code family} mgs gains .08, as does what is selected, and vae loses .01. */
  @Test
  void armsStandByTheirGainWithinTheirNumberOfRareRows() {
    List<Arm> arms =
        ArmOrder.ofSeveral(given).summaries().stream().map(ArmSummary::arm).distinct().toList();
    assertThat(arms).hasSize(2 * 11);
    assertThat(arms.subList(0, 11)).allMatch(arm -> arm.rareRows().equals(new RareRows.AtMost(16)));
    assertThat(arms.subList(11, 22)).allMatch(arm -> arm.rareRows().equals(RareRows.ALL));
    assertThat(arms.subList(0, 3))
        .extracting(Arm::name)
        .containsExactlyInAnyOrder("mgs", "mgs", "selected");
    assertThat(arms.subList(9, 11)).extracting(Arm::name).containsExactly("vae", "vae");
  }

  @Test
  void everyTableHasThatOrderAndLosesNothing() {
    Comparison ranked = ArmOrder.of(given);
    List<Arm> arms = ranked.summaries().stream().map(ArmSummary::arm).distinct().toList();
    assertThat(ranked.primary()).containsExactlyInAnyOrderElementsOf(given.primary());
    assertThat(ranked.againstNone()).containsExactlyInAnyOrderElementsOf(given.againstNone());
    assertThat(ranked.summaries()).containsExactlyInAnyOrderElementsOf(given.summaries());
    assertThat(ranked.primary().stream().map(contrast -> arms.indexOf(contrast.estimate().arm())))
        .isSorted();
    assertThat(ranked.againstNone().stream().map(row -> arms.indexOf(row.arm()))).isSorted();
    String text = MarkdownTables.of(given);
    assertThat(text.indexOf("| selected |")).isLessThan(text.indexOf("| vae, ratio 0.1 |"));
  }

  @Test
  void oneJudgedArmStaysBesideItsBaselinesAsGiven() {
    Comparison one =
        Comparer.compare(
            new Protocol("random-forest", Method.RANDOM, "max-f1", .01), Results.simulated(3));
    assertThat(ArmOrder.ofSeveral(one)).isSameAs(one);
  }
}
