package dev.synth.internal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmSummary.Spread;
import dev.synth.compare.Comparison;
import dev.synth.compare.Looks;
import dev.synth.compare.Looks.Look;
import dev.synth.compare.Looks.Standing;
import dev.synth.compare.Looks.State;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonCellsTest {
  @Test
  void aMeanHasItsDeviationWhereThereIsOne() {
    assertThat(ComparisonCells.spread(new Spread(2, 0.5, 0.0125, null))).isEqualTo("0.500 ± 0.013");
    assertThat(ComparisonCells.spread(new Spread(1, 0.5, null, null))).isEqualTo("0.500");
    assertThat(ComparisonCells.spread(new Spread(0, null, null, null))).isEqualTo("–");
  }

  @Test
  void aDifferenceHasItsIntervalWhereItWasTested() {
    Comparison comparison =
        TableFacts.comparison(
            List.of(),
            List.of(
                TableFacts.difference(TableFacts.VAE, "forest", -0.05, 0.01),
                TableFacts.difference(TableFacts.HOSTILE, "forest", 0.05, null)));
    assertThat(ComparisonCells.difference(comparison, TableFacts.VAE, "forest"))
        .isEqualTo("−0.050 [−0.070, −0.030]");
    assertThat(ComparisonCells.difference(comparison, TableFacts.HOSTILE, "forest"))
        .isEqualTo("+0.050");
    assertThat(ComparisonCells.difference(comparison, TableFacts.VAE, "xgboost")).isEmpty();
    assertThat(ComparisonCells.difference(comparison, Arm.NONE, "forest")).isEmpty();
  }

  @Test
  void withoutLooksNothingIsSaidOfThem() {
    assertThat(ComparisonCells.looks(TableFacts.comparison(List.of(), List.of()))).isEmpty();
  }

  @Test
  void looksAreToldInLinesOfATerminal() {
    Look look =
        new Look(10, List.of(new Standing(TableFacts.VAE, 0.5, 0.01, 0.1, null, State.OPEN)));
    Comparison comparison =
        new Comparison(
            Comparison.SCHEMA_VERSION,
            new Protocol("forest", Method.RANDOM, "max-f1", 0.01),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Looks(40, List.of(look)),
            null,
            List.of());
    assertThat(ComparisonCells.looks(comparison))
        .allMatch(line -> line.length() <= 100)
        .first()
        .asString()
        .startsWith("It stopped after 10 repeats, though more can help.");
  }

  private static PrimaryContrast judged(Arm arm) {
    PairedDifference estimate = TableFacts.difference(arm, "forest", 0.01, 0.4);
    PairedDifference rival =
        new PairedDifference(
            EvaluationMetric.AVERAGE_PRECISION,
            arm,
            Arm.baseline("class-weight"),
            "forest",
            List.of(0.03, 0.03),
            0.03,
            0.01,
            0.01,
            0.05,
            0.2,
            null,
            null);
    return new PrimaryContrast(estimate, 0.4, null, null, 98, List.of(rival), null, null);
  }

  private static List<String> rivals(PrimaryContrast... contrasts) {
    return ComparisonCells.rivals(
        PlainComparison.of(new Protocol("forest", Method.RANDOM, "max-f1", 0.01))
            .primary(List.of(contrasts))
            .build());
  }

  /** One arm is held against the best of what is free; of several, a table does that. */
  @Test
  void aSingleArmStandsBesideWhatIsFree() {
    assertThat(rivals()).isEmpty();
    assertThat(String.join(" ", rivals(judged(TableFacts.VAE))))
        .startsWith("Against class-weight, the best of what is free, the vae arm (ratio 0.1) has");
    assertThat(rivals(judged(TableFacts.VAE), judged(TableFacts.HOSTILE))).isEmpty();
  }
}
