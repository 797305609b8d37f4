package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.compare.ArmDifferences;
import dev.synth.internal.report.evaluation.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class DifferenceChartTest {
  private static final Arm SMOTE = Arm.baseline("smote", new AugmentationPlan.Ratio(0.1));

  private static List<ForestPlot> charts(PairedDifference... differences) {
    Comparison comparison = TableFacts.comparison(List.of(), List.of(differences));
    return DifferenceChart.of(comparison, null);
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

  /** The differences beside a comparison: all arms in other figures, and the best free rival. */
  @Test
  void whatStandsBesideTheComparisonHasChartsOfItsOwn() {
    PairedDifference gain = TableFacts.difference(TableFacts.VAE, "forest", 0.04, 0.01);
    PairedDifference recall = of(EvaluationMetric.RECALL, gain, Arm.NONE);
    PairedDifference rival = of(EvaluationMetric.AVERAGE_PRECISION, gain, SMOTE);
    Comparison comparison = TableFacts.comparison(List.of(), List.of(gain));
    List<ForestPlot> charts =
        DifferenceChart.of(comparison, new ArmDifferences(List.of(recall), List.of(rival)));

    assertThat(charts)
        .extracting(ForestPlot::title)
        .containsExactly(
            "Average precision, against none",
            "Average precision, against the best free rival",
            "Recall, against none");
    assertThat(charts.get(1).groups().getFirst().name())
        .isEqualTo("forest, against smote, ratio 0.1");
    assertThat(charts.get(1).groups().getFirst().rows().getFirst().strong()).isFalse();
    assertThat(charts.get(2).groups().getFirst().rows().getFirst().strong()).isTrue();
  }

  private static PairedDifference of(
      EvaluationMetric measure, PairedDifference same, Arm reference) {
    return new PairedDifference.Subject(measure, same.arm(), reference, same.classifier())
        .without(same.differences(), new Untested.OneRepeat());
  }

  @Test
  void nothingIsNoChart() {
    assertThat(charts()).isEmpty();
  }
}
