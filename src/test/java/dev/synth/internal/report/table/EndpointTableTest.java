package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.Protocol;
import dev.synth.compare.SecondaryContrast;
import dev.synth.compare.Untested;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointTableTest {
  private static Comparison comparison(
      List<EvaluationMetric> secondary, SecondaryContrast... contrasts) {
    List<EvaluationMetric> endpoints =
        Stream.concat(Stream.of(EvaluationMetric.AVERAGE_PRECISION), secondary.stream()).toList();
    return PlainComparison.of(
            new Protocol(
                "forest",
                Method.RANDOM,
                "max-f1",
                0.01,
                endpoints,
                CostAndAlertMetrics.NONE,
                List.of()))
        .endpoints(contrasts)
        .build();
  }

  private static PairedDifference recall(double mean, @Nullable Double half) {
    return new PairedDifference(
        EvaluationMetric.RECALL,
        TableFacts.VAE,
        TableFacts.VAE.reference(),
        "forest",
        List.of(mean),
        mean,
        null,
        half == null ? null : (Double) (mean - half),
        half == null ? null : (Double) (mean + half),
        half == null ? null : (Double) 0.01,
        null,
        half == null ? new Untested.OneRepeat() : null);
  }

  @Test
  void wordsStandAtTheLeftAndFiguresAtTheRight() {
    FigureTable table =
        new FigureTable(
            "Any",
            List.of("Arm", "Endpoint", "Change", "p"),
            List.of(
                new FigureTable.Block(
                    "forest", List.of(List.of("vae", "recall at 1 %", "−0.056 [−0.1, 0]", "–")))),
            List.of());
    assertThat(table.html())
        .contains(
            "<td class=\"name\">recall at 1\u00a0%</td><td class=\"number\">−0.056 [−0.1, 0]</td>"
                + "<td class=\"number\">–</td>");
  }

  @Test
  void aLowerBoundIsAFigure() {
    FigureTable table =
        new FigureTable(
            "Any",
            List.of("Arm", "Bound"),
            List.of(new FigureTable.Block("forest", List.of(List.of("vae", "≥ 1,000")))),
            List.of());
    assertThat(table.html()).contains("<td class=\"number\">≥ 1,000</td>");
  }

  @Test
  void averagePrecisionAloneHasNoTable() {
    assertThat(EndpointTable.of(comparison(List.of()))).isEmpty();
    assertThat(EndpointTable.tested(comparison(List.of()))).isEmpty();
  }

  @Test
  void namesAreAList() {
    assertThat(EndpointTable.names(comparison(List.of(EvaluationMetric.RECALL))))
        .isEqualTo("recall");
    assertThat(
            EndpointTable.names(comparison(List.of(EvaluationMetric.RECALL, EvaluationMetric.F1))))
        .isEqualTo("recall and F1");
    assertThat(
            EndpointTable.names(
                comparison(
                    List.of(
                        EvaluationMetric.RECALL, EvaluationMetric.PRECISION, EvaluationMetric.F1))))
        .isEqualTo("recall, precision and F1");
  }

  @Test
  void aRowHasItsChangeAndVerdict() {
    FigureTable table =
        EndpointTable.of(
                comparison(
                    List.of(EvaluationMetric.RECALL),
                    new SecondaryContrast(recall(0.05, 0.02), true, 0.0004, null),
                    new SecondaryContrast(recall(-0.05, 0.02), true, 0.03, null),
                    new SecondaryContrast(recall(0.01, 0.02), true, 0.4, null)))
            .orElseThrow();
    assertThat(table.headers())
        .containsExactly("Arm", "Endpoint", "Δ to none [95 %]", "p, corrected", "Verdict");
    assertThat(table.blocks().getFirst().rows())
        .containsExactly(
            List.of("vae, ratio 0.1", "recall", "+0.050 [+0.030, +0.070]", "< 0.001", "uplift"),
            List.of("vae, ratio 0.1", "recall", "−0.050 [−0.070, −0.030]", "0.030", "harm"),
            List.of("vae, ratio 0.1", "recall", "+0.010 [−0.010, +0.030]", "0.400", "undecided"));
    assertThat(table.notes().getFirst())
        .contains("A family of their own: 3 contrasts, corrected by Holm's method.")
        .contains("validation rows (max-f1)");
  }

  /** An arm whose average precision is undecided is in the whole table alone. */
  @Test
  void whatWasNotTestedSaysSo() {
    SecondaryContrast untested = new SecondaryContrast(recall(0.05, 0.02), false, null, null);
    Comparison comparison = comparison(List.of(EvaluationMetric.RECALL), untested);
    assertThat(EndpointTable.tested(comparison)).isEmpty();
    FigureTable table = EndpointTable.of(comparison).orElseThrow();
    assertThat(table.blocks().getFirst().rows().getFirst()).endsWith("–", "not tested");
    assertThat(table.notes().getFirst()).contains("A family of their own: one contrast, ");
  }

  /** The note says which lack it, unless all do for one reason. */
  @Test
  void theReasonNamesArmAndEndpointWhereNotAllShareIt() {
    FigureTable table =
        EndpointTable.tested(
                comparison(
                    List.of(EvaluationMetric.RECALL),
                    new SecondaryContrast(recall(0.05, null), true, null, null),
                    new SecondaryContrast(recall(0.05, 0.02), true, 0.01, null)))
            .orElseThrow();
    assertThat(table.notes().getLast())
        .startsWith("Without p-value: vae, ratio 0.1, recall (")
        .endsWith(").");
  }

  @Test
  void oneRepeatHasAMeanAndTheReason() {
    FigureTable table =
        EndpointTable.tested(
                comparison(
                    List.of(EvaluationMetric.RECALL),
                    new SecondaryContrast(recall(0.05, null), true, null, null)))
            .orElseThrow();
    List<String> row = table.blocks().getFirst().rows().getFirst();
    assertThat(row).contains("+0.050", "–");
    assertThat(row.getLast()).isEqualTo("undecided");
    assertThat(table.notes().getLast()).startsWith("Without p-value: ").contains("one repeat");
  }
}
