package dev.synth.internal.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Arm;
import dev.synth.internal.report.evaluation.TableFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTableTest {
  /** Odds of 0.05 by nature and 0.1 as learned from are a shift of 2. */
  @Test
  void oddsAndErrorsStandInARowAnArm() {
    FigureTable table =
        CalibrationTable.of(
            TableFacts.comparison(
                List.of(
                    TableFacts.summary(Arm.NONE, "forest", 0.5),
                    TableFacts.summary(TableFacts.HOSTILE, "forest", 0.5),
                    TableFacts.summary(Arm.NONE, "other", 0.5)),
                List.of()));
    assertThat(table.headers()).hasSize(8).startsWith("Arm", "Training ratio / natural ratio");
    assertThat(table.blocks())
        .extracting(FigureTable.Block::classifier)
        .containsExactly("forest", "other");
    assertThat(table.blocks().getFirst().rows().getFirst())
        .containsExactly("none", "2", "0.5000", "0.5000", "0.5000", "0.5000", "0.5000", "0.5000");
    assertThat(table.html())
        .contains("<h2>Scores as probabilities</h2>", "&lt;script&gt;, ratio 0.1")
        .doesNotContain("<script");
  }
}
