package dev.synth.internal.report.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmTrouble;
import dev.synth.compare.Comparison;
import dev.synth.compare.TroubledArm;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.RareRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class TroublesTest {
  private static final Comparison NOTHING = TableFacts.comparison(List.of(), List.of());
  private static final Comparison TWO =
      TableFacts.comparison(
          List.of(),
          List.of(),
          new TroubledArm(TableFacts.HOSTILE, 1, 2, new ArmTrouble.Failure("it diverged")),
          new TroubledArm(
              TableFacts.VAE.withRareRows(new RareRows.AtMost(16)),
              2,
              2,
              new ArmTrouble.Warning(new TrainingWarning.OldSentence("little spread"))));

  @Test
  void theTerminalHasALineForEachAfterAnEmptyOne() {
    assertThat(Troubles.lines(TWO, 100))
        .containsExactly(
            "",
            "! <script>, ratio 0.1 failed in 1 of 2 repeats: it diverged",
            "! vae, ratio 0.1, 16 rare rows warned in 2 of 2 repeats: little spread");
    assertThat(Troubles.lines(NOTHING, 100)).isEmpty();
  }

  @Test
  void thePageEscapesThem() {
    assertThat(Troubles.section(TWO))
        .contains("<h2>What went wrong</h2>")
        .contains("<li>&lt;script&gt;, ratio 0.1 failed in 1 of 2 repeats: it diverged</li>")
        .doesNotContain("<script");
    assertThat(Troubles.section(NOTHING)).isEmpty();
  }

  @Test
  void aTableTellsOfFailuresOnItsNumberOfRareRowsAlone() {
    assertThat(Troubles.failures(TWO, RareRows.ALL))
        .containsExactly("<script>, ratio 0.1 failed in 1 of 2 repeats and is left out.");
    assertThat(Troubles.failures(TWO, new RareRows.AtMost(16))).isEmpty();
  }
}
