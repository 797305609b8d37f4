package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.InvalidValue;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.Endpoint;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.report.table.EndpointTable;
import dev.synth.internal.report.table.FigureTable;
import dev.synth.internal.report.table.UseTable;
import dev.synth.split.SplitOptions.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Endpoints beside average precision, and what an arm changes in use. */
class EndpointsTest {
  private static final Protocol RANDOM =
      new Protocol("random-forest", Method.RANDOM, "max-f1", 0.02);

  /** Far from nothing: ComparisonTest has its numbers. */
  private static final List<Double> CLEAR =
      List.of(.02, .02, .015, .03, .02, .02, .025, .02, .02, .015);

  /** Repeats whose average precision differs as given, and whose arm finds some rows more. */
  private static List<RepeatResult> repeats(List<Double> differences) {
    List<RepeatResult> repeats = new ArrayList<>();
    for (RepeatResult repeat : Results.differing(differences)) {
      List<Evaluation> evaluations = new ArrayList<>();
      for (Evaluation each : repeat.evaluations()) {
        evaluations.add(each.arm().equals(Arm.NONE) ? each : finding(each));
      }
      repeats.add(new RepeatResult(repeat.repeat(), repeat.sizes(), List.of(), evaluations));
    }
    return repeats;
  }

  /** 49 + 10 (or 11) of 98 rare rows are found, with 20 more alerts in all. */
  private static Evaluation finding(Evaluation plain) {
    int more = 10 + plain.repeat() % 2;
    Confusion counts = new Confusion(49 + more, 10 + 20 - more, 49 - more, 1892 - 20 + more);
    Map<EvaluationMetric, MetricValue> figures = new EnumMap<>(plain.figures());
    figures.put(EvaluationMetric.RECALL, new MetricValue.Value(counts.recall()));
    return new Evaluation(
        plain.arm(),
        plain.classifier(),
        plain.repeat(),
        plain.threshold(),
        counts,
        figures,
        plain.priorShift(),
        Map.of(),
        null,
        Map.of());
  }

  @Test
  void anUpliftOpensTheGate() {
    Comparison comparison = Comparer.compare(RANDOM, repeats(CLEAR));
    assertThat(comparison.endpoints())
        .extracting(contrast -> contrast.estimate().measure())
        .containsExactly(
            EvaluationMetric.RECALL, EvaluationMetric.F1, EvaluationMetric.RECALL_AT_FPR_1_PERCENT);
    SecondaryContrast recall = comparison.endpoints().getFirst();
    assertThat(recall.word()).isEqualTo("uplift");
    // the smallest of three p-values
    double p = Objects.requireNonNull(recall.estimate().p());
    assertThat(recall.correctedP()).isCloseTo(3 * p, within(1e-15));
    // F1 is one half everywhere
    assertThat(comparison.endpoints().get(1).word()).isEqualTo("undecided");
    FigureTable table = EndpointTable.tested(comparison).orElseThrow();
    assertThat(table.blocks().getFirst().rows().get(1)).endsWith("–", "undecided");
    assertThat(table.notes())
        .last()
        .isEqualTo(
            "Without p-value: vae, ratio 0.1, F1; vae, ratio 0.1, recall at 1 % false positives (no"
                + " variation between repeats: the difference is the same in all of them, so that"
                + " there is nothing to test).");
  }

  @Test
  void withoutAVerdictOnThePrimaryEndpointTheGateIsClosed() {
    List<Double> noisy = List.of(.02, -.02, .01, -.01, .03, -.03, .0, .0, .02, -.02);
    Comparison comparison = Comparer.compare(RANDOM, repeats(noisy));
    SecondaryContrast recall = comparison.endpoints().getFirst();
    assertThat(recall.tested()).isFalse();
    assertThat(recall.word()).isEqualTo("not-tested");
    assertThat(recall.correctedP()).isNull();
    assertThat(recall.estimate().low()).isPositive(); // the interval stays
    assertThat(EndpointTable.tested(comparison)).isEmpty();
    assertThat(EndpointTable.of(comparison).orElseThrow().blocks().getFirst().rows())
        .allSatisfy(row -> assertThat(row).last().isEqualTo("not tested"));
  }

  @Test
  void rowsAndAlertsAreCountedPerThousandRareRows() {
    InUse use =
        Objects.requireNonNull(
            Comparer.compare(RANDOM, repeats(CLEAR)).primary().getFirst().inUse());
    // 10.5 rows of 98 on average, and 20 alerts beside them
    assertThat(use.found().mean()).isCloseTo(1000 * 10.5 / 98, within(1e-9));
    assertThat(use.alerts().mean()).isCloseTo(1000 * 20.0 / 98, within(1e-9));
    assertThat(use.found().low()).isLessThan(use.found().mean());
    assertThat(use.alerts().low()).isNull(); // nothing varies
    assertThat(use.saved()).isNull();
    assertThat(
            UseTable.of(Comparer.compare(RANDOM, repeats(CLEAR)))
                .orElseThrow()
                .blocks()
                .getFirst()
                .rows()
                .getFirst())
        .contains("+204");
  }

  @Test
  void savedMoneyIsScaledAsWell() {
    // three repeats with 50 saved by each arm: nothing more
    Comparison priced = Results.priced();
    InUse use = Objects.requireNonNull(priced.primary().getFirst().inUse());
    assertThat(Objects.requireNonNull(use.saved()).mean()).isZero();
  }

  @Test
  void theJsonReadsBackAsItWas() throws Exception {
    Comparison comparison = Comparer.compare(RANDOM, repeats(CLEAR));
    String text = Json.write(comparison);
    assertThat(Json.mapper().readValue(text, Comparison.class)).isEqualTo(comparison);
  }

  @Test
  void averagePrecisionIsTheFirst() {
    EvaluationOptions options = EvaluationOptions.defaults();
    assertThat(options.endpoints()).startsWith(Endpoint.AVERAGE_PRECISION);
    assertThat(
            Protocol.of(
                    options.withEndpoints(List.of(Endpoint.AVERAGE_PRECISION)),
                    dev.synth.split.SplitOptions.defaults())
                .secondaryEndpoints())
        .isEmpty();
    assertThatThrownBy(() -> options.withEndpoints(List.of(Endpoint.RECALL)))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("must begin with average-precision");
  }
}
