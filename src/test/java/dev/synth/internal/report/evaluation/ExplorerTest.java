package dev.synth.internal.report.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.Comparison;
import dev.synth.evaluate.Arm;
import dev.synth.internal.compare.ThresholdSweeps;
import dev.synth.internal.evaluate.ThresholdSweep;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorerTest {
  private static final Comparison COMPARISON = TableFacts.comparison(List.of(), List.of());

  private static ThresholdSweep sweep(Arm arm) {
    ThresholdSweep.SweepSteps steps =
        new ThresholdSweep.SweepSteps(List.of(0.125), List.of(0.25), List.of());
    return new ThresholdSweep(arm, "forest <1>", 2000, 0.05, 0.5, 0.01, 0.75, null, steps, steps);
  }

  @Test
  void withoutSweepsThereIsNoExplorer() {
    assertThat(new Explorer(COMPARISON, ThresholdSweeps.NONE).html()).isEmpty();
  }

  @Test
  void everyArmIsThereByItsTitle() {
    String html =
        new Explorer(
                COMPARISON,
                new ThresholdSweeps(
                    ThresholdSweeps.SCHEMA_VERSION,
                    List.of(0.5),
                    List.of(sweep(Arm.NONE), sweep(TableFacts.HOSTILE))))
            .html();
    assertThat(html)
        .contains("This reads validation rows, with forest &lt;1&gt;, means over repeats.")
        .contains("The rule of this run is max-f1.")
        .contains("\"name\":\"\\u003cscript\\u003e, ratio 0.1\",\"judged\":true")
        .contains("\"thresholds\":[0.5]")
        .contains("\"name\":\"none\"")
        .doesNotContain("\"currency\"")
        .doesNotContain("<script>,");
  }
}
