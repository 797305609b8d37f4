package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.evaluate.Arm;
import dev.synth.internal.report.page.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceChartTest {
  private static final Arm SMOTE = Arm.baseline("smote", new AugmentationPlan.Ratio(0.1));

  private static List<ForestPlot> charts(PairedDifference... differences) {
    Comparison comparison = TableFacts.comparison(List.of(), List.of(differences));
    return DifferenceChart.of(comparison);
  }

  @Test
  void aJudgedArmIsStrongAndHasItsInterval() {
    List<ForestPlot> charts = charts(TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.01));
    assertThat(charts).hasSize(1);
    assertThat(charts.getFirst().title()).isEqualTo("Average precision, against none");
    assertThat(charts.getFirst().effect()).isEqualTo(0.01);
    ForestPlot.Group group = charts.getFirst().groups().getFirst();
    assertThat(group.name()).isEqualTo("forest");
    assertThat(group.rows())
        .containsExactly(
            new ForestPlot.Row(
                "vae, ratio 0.1", 0.04, 0.04 - 0.02, 0.04 + 0.02, List.of(0.03, 0.05), true));
  }

  @Test
  void otherClassifiersAndBaselinesAreNotStrong() {
    ForestPlot chart =
        charts(
                TableFacts.difference(TableFacts.VAE, "other", 0.04, 0.01),
                TableFacts.difference(SMOTE, "forest", 0.01, null))
            .getFirst();
    assertThat(chart.groups())
        .extracting(ForestPlot.Group::name)
        .containsExactly("other", "forest");
    assertThat(chart.groups())
        .allSatisfy(group -> assertThat(group.rows().getFirst().strong()).isFalse());
    assertThat(chart.groups().getLast().rows().getFirst().low()).isNaN();
  }

  @Test
  void nothingIsNoChart() {
    assertThat(charts()).isEmpty();
  }
}
