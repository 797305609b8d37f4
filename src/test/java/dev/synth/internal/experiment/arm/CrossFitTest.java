package dev.synth.internal.experiment.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.experiment.grid.Evaluated;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridStore;
import dev.synth.table.LabelledTable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossFitTest {
  private static final LabelledTable ROWS = TransactionSimulator.labelled(new Seeds(3), 4_000);

  @TempDir Path folder;

  private List<Evaluation> evaluations(String... settings) {
    ExperimentConfig config =
        ConfigLoader.parse(
            """
            data: {source: demo, label: fraud, positive: 1}
            compare: {generators: [oversample], ratios: [0.1], rare_rows: [8, all]}
            evaluation: {repeats: 1, classifiers: [logistic-regression], baselines: [class-weight]}
            """,
            "cross-fit",
            List.of(settings));
    Context context = Context.quiet(3);
    Repeats repeats = new Repeats(config, ROWS, context, 1);
    GridStore store = new GridStore(folder.resolve(String.join("-", settings)));
    return new Evaluated.GridWork(GridDesign.ofMany(config), store, repeats, null)
        .compute(1, context, () -> false)
        .orElseThrow()
        .results()
        .getFirst()
        .evaluations();
  }

  @Test
  @Tag("slow")
  void thresholdsComeFromAllRowsButTheTestRowsAndNothingElseChanges() {
    List<Evaluation> plain = evaluations();
    List<Evaluation> crossFitted = evaluations("evaluation.cross_fit=true");

    assertThat(crossFitted).hasSameSizeAs(plain);
    for (int i = 0; i < plain.size(); i++) {
      Evaluation one = plain.get(i);
      Evaluation other = crossFitted.get(i);
      assertThat(one.threshold().how()).startsWith("max-f1 on 8").doesNotContain("folds");
      assertThat(other.threshold().how()).startsWith("max-f1 on 3").endsWith(", in 5 folds");
      assertThat(other.figure(EvaluationMetric.AVERAGE_PRECISION))
          .isEqualTo(one.figure(EvaluationMetric.AVERAGE_PRECISION));
    }
    assertThat(crossFitted)
        .extracting(evaluation -> evaluation.threshold().value())
        .isNotEqualTo(plain.stream().map(evaluation -> evaluation.threshold().value()).toList());
  }

  @Test
  @Tag("slow")
  void anAlertBudgetIsMeantForTheValidationRows() {
    List<Evaluation> crossFitted =
        evaluations("evaluation.cross_fit=true", "evaluation.threshold={alert_budget: 30}");
    // about four times as many rows as the validation part has
    assertThat(crossFitted)
        .allSatisfy(
            evaluation -> assertThat(evaluation.threshold().how()).startsWith("alert budget 1"));
  }
}
