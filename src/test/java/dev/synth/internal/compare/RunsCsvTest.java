package dev.synth.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.Problem;
import dev.synth.compare.RepeatResult;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.Results;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsCsvTest {
  @Test
  void namesWithCommasAndQuotesAreReadAsTheyWere() {
    RunsCsv table =
        RunsCsv.parse(
            """
            repeat,arm,plan,rare_rows,classifier,recall,threshold_fallback,saved
            2,"vae hidden=[8, ""4""]",ratio 0.1,16,xgboost,,"few, equal",-1.5
            """);
    ResultLine line = table.lines().getFirst();
    Arm arm =
        Arm.generator("vae hidden=[8, \"4\"]", new AugmentationPlan.Ratio(0.1))
            .withRareRows(new RareRows.AtMost(16));
    assertThat(line.place()).isEqualTo(ResultKey.of(2, arm, "xgboost"));
    assertThat(line.place().isOf(arm)).isTrue();
    assertThat(line.place().isOf(Arm.NONE)).isFalse();
    assertThat(line.place().describe())
        .isEqualTo("repeat 2, arm vae hidden=[8, \"4\"] (ratio 0.1), 16 rare rows, xgboost");
    assertThat(line.text("threshold_fallback")).isEqualTo("few, equal");
    assertThat(line.text("recall")).isEmpty();
    assertThat(line.number("saved")).isEqualTo(-1.5);
    assertThat(table.asked()).containsExactly("saved");
  }

  /** All that the file holds: figures, counts, odds and the threshold without its rule. */
  @Test
  void whatIsWrittenReadsBack() {
    List<RepeatResult> repeats = Results.family(2);
    RunsCsv table = RunsCsv.parse(RunsCsv.of(repeats, FallbackWords::of));
    List<Evaluation> evaluations = new ArrayList<>();
    repeats.forEach(repeat -> evaluations.addAll(repeat.evaluations()));
    assertThat(table.lines()).hasSameSizeAs(evaluations);
    for (int i = 0; i < evaluations.size(); i++) {
      Evaluation written = evaluations.get(i);
      ResultLine line = table.lines().get(i);
      ResultKey place = ResultKey.of(written.repeat(), written.arm(), written.classifier());
      assertThat(line.place()).isEqualTo(place);
      Evaluation read = table.evaluation(written.arm(), line);
      assertThat(read.confusion()).isEqualTo(written.confusion());
      assertThat(read.priorShift()).isEqualTo(written.priorShift());
      assertThat(read.threshold().value()).isEqualTo(written.threshold().value());
      for (EvaluationMetric measure : EvaluationMetric.values()) {
        assertThat(read.figure(measure).number()).isEqualTo(written.figure(measure).number());
      }
    }
  }

  @Test
  void whatIsMissingIsOneSentence() {
    RunsCsv table = RunsCsv.parse("repeat,arm\n1\n");
    assertThatThrownBy(() -> table.lines().getFirst().text("arm"))
        .isInstanceOf(Problem.class)
        .hasMessage("runs.csv has no column 'arm' in one of its lines");
    assertThatThrownBy(() -> RunsCsv.parse(""))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void whatIsNoPlaceIsRefused() {
    String header = "repeat,arm,plan,rare_rows,classifier\n";
    for (String line :
        List.of("x,vae,ratio 0.1,all,mlp", "1,vae,odds 2,all,mlp", "1,vae,ratio 0.1,few,mlp")) {
      ResultLine read = RunsCsv.parse(header + line).lines().getFirst();
      assertThatThrownBy(read::place).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
