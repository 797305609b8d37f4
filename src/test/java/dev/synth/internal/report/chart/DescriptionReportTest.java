package dev.synth.internal.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.ArmSummary;
import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.evaluate.ArmCurve;
import dev.synth.internal.evaluate.ArmImportance;
import dev.synth.internal.evaluate.ColumnDrop;
import dev.synth.internal.evaluate.PrecisionCurve;
import dev.synth.internal.evaluate.ReferenceLine;
import dev.synth.internal.evaluate.Tuned;
import dev.synth.internal.report.evaluation.DescriptionSections;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.internal.report.text.DescriptionText;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The description beside a comparison, on the page and in the terminal. */
class DescriptionReportTest {
  private static final Comparison EMPTY = TableFacts.comparison(List.of(), List.of());

  static PrecisionCurve flat(double precision) {
    return new PrecisionCurve(Collections.nCopies(PrecisionCurve.LEVELS, precision));
  }

  private static Diagnostics.Detector detector(String name, double value) {
    Map<EvaluationMetric, ArmSummary.Spread> figures = new EnumMap<>(EvaluationMetric.class);
    for (EvaluationMetric measure : ReferenceLine.MEASURES) {
      figures.put(measure, new ArmSummary.Spread(3, value, 0.0125, null));
    }
    figures.put(
        EvaluationMetric.RECALL_AT_FPR_1_PERCENT,
        new ArmSummary.Spread(0, null, null, new Unmeasured.OldSentence("too few rows")));
    return new Diagnostics.Detector(name, figures, flat(value));
  }

  static Diagnostics description() {
    List<ArmCurve> curves = new ArrayList<>();
    curves.add(new ArmCurve(Arm.NONE, "random-forest", flat(0.5)));
    curves.add(
        new ArmCurve(
            Arm.baseline("smote", new AugmentationPlan.Ratio(0.1)), "random-forest", flat(0.7)));
    for (int arm = 1; arm <= 5; arm++) {
      Arm generator = Arm.generator("generator-" + arm, new AugmentationPlan.Ratio(0.1));
      curves.add(new ArmCurve(generator, "random-forest", flat(0.5 + 0.05 * arm)));
    }
    return new Diagnostics(
        Diagnostics.SCHEMA_VERSION,
        List.of(detector("isolation-forest", 0.25), detector("one-class-svm", 0.24)),
        curves,
        List.of(
            importance(Arm.NONE, 0.3),
            importance(Arm.generator("generator-5", new AugmentationPlan.Ratio(0.1)), 0.2)),
        List.of(tuned(1, "usual"), tuned(2, "usual"), tuned(3, "slow")),
        List.of());
  }

  private static Tuned tuned(int repeat, String settings) {
    List<Tuned.Tried> tried =
        List.of(new Tuned.Tried("usual", 0.5), new Tuned.Tried("slow", 0.6 + 0.01 * repeat));
    return new Tuned(repeat, RareRows.ALL, "xgboost", settings, tried);
  }

  private static ArmImportance importance(Arm arm, double drop) {
    return new ArmImportance(
        arm,
        "random-forest",
        0.7,
        3,
        List.of(
            new ColumnDrop("amount", drop, 0.015),
            new ColumnDrop("<b>hour</b>", 0.1, 0.01),
            new ColumnDrop("web", 0.01, 0.01),
            new ColumnDrop("last", -0.001, 0.002)));
  }

  @Test
  void drawsNoneTheBestJudgedArmsAndTheDetectors() {
    assertThat(PrecisionChart.of(description(), List.of(), EMPTY.protocol()).orElseThrow().lines())
        .extracting(LineChart.Line::name)
        .containsExactly(
            "none",
            "generator-5, ratio 0.1",
            "generator-4, ratio 0.1",
            "generator-3, ratio 0.1",
            "isolation-forest (no labels)",
            "one-class-svm (no labels)");
  }

  @Test
  void tellsTheDetectorsFiguresInATableAndInALineEach() {
    String page = new DescriptionSections(description(), EMPTY).html();
    assertThat(page).contains("0.250 ± 0.013", "0.240 ± 0.013", "ROC AUC", "no arm");
    assertThat(DescriptionText.of(description()))
        .isEqualTo(
            """

            isolation-forest   without labels: average precision 0.250 ± 0.013, at 1 % false positives –
            one-class-svm      without labels: average precision 0.240 ± 0.013, at 1 % false positives –
            top columns        random-forest: amount 0.300, <b>hour</b> 0.100, web 0.010
            """);
  }

  @Test
  void tellsWhatColumnsAreWorth() {
    String page = new DescriptionSections(description(), EMPTY).html();
    assertThat(page)
        .contains("none, random-forest", "generator-5, ratio 0.1, random-forest")
        .contains("0.300 ± 0.015", "0.200 ± 0.015", "−0.001 ± 0.002", "&lt;b&gt;hour")
        .doesNotContain("<b>hour");
  }

  @Test
  void tellsHowClassifiersWereSet() {
    assertThat(new DescriptionSections(description(), EMPTY).html().replace("\n", ""))
        .contains("How the classifiers were set", "0.500", "0.620")
        .containsPattern("usual</th>.*>2</td>.*slow</th>.*>1</td>");
  }

  @Test
  void hasNothingToSayOfNothing() {
    Diagnostics nothing = Diagnostics.of(List.of(), 5);
    assertThat(new DescriptionSections(nothing, EMPTY).html()).isEmpty();
    assertThat(DescriptionText.of(nothing)).isEmpty();
    assertThat(PrecisionChart.of(nothing, List.of(), EMPTY.protocol())).isEmpty();
  }
}
