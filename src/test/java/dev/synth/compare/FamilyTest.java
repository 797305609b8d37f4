package dev.synth.compare;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.synth.augment.AugmentationPlan;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.Results;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.holdout.TestScores;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.RivalSentences;
import dev.synth.internal.report.wording.VerdictSentence;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Comparisons of many arms: what is compared with what, what is chosen, and what is corrected. */
class FamilyTest {
  private static final Protocol RANDOM =
      new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01);

  private final Comparison comparison = Comparer.compare(RANDOM, Results.family(10));

  private PrimaryContrast contrast(String title) {
    return comparison.primary().stream()
        .filter(contrast -> ArmTitle.of(contrast.estimate().arm()).equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void generatorsAndTheSelectionAreTheFamilyAndBaselinesAreNot() {
    // 2 numbers of rare rows x (2 generators x 2 ratios + selected)
    assertThat(comparison.primary()).hasSize(2 * (2 * 2 + 1));
    assertThat(comparison.primary())
        .extracting(contrast -> contrast.estimate().arm().role())
        .containsOnly(Arm.Role.GENERATOR, Arm.Role.SELECTED);
    List<Double> sorted =
        comparison.primary().stream()
            .map(contrast -> Objects.requireNonNull(contrast.estimate().p()))
            .sorted()
            .toList();
    PrimaryContrast surest =
        comparison.primary().stream()
            .filter(contrast -> sorted.getFirst().equals(contrast.estimate().p()))
            .findFirst()
            .orElseThrow();
    assertThat(surest.correctedP()).isCloseTo(10 * sorted.getFirst(), within(1e-15));
  }

  @Test
  void everyArmIsComparedOnItsOwnRealRows() {
    assertThat(comparison.againstNone())
        .allSatisfy(
            row -> {
              assertThat(row.reference().name()).isEqualTo("none");
              assertThat(row.reference().rareRows()).isEqualTo(row.arm().rareRows());
            });
    assertThat(contrast("vae, ratio 0.5, 16 rare rows").rivals())
        .extracting(rival -> ArmTitle.of(rival.reference()))
        .containsExactly(
            "class-weight, 16 rare rows",
            "oversample, ratio 0.5, 16 rare rows",
            "smote, ratio 0.5, 16 rare rows");
  }

  @Test
  void theSelectionHoldsEachRepeatsWinner() {
    assertThat(comparison.choices()).hasSize(2 * 10);
    assertThat(comparison.choices())
        .allSatisfy(choice -> assertThat(choice.arm().name()).isEqualTo("mgs"));
    PairedDifference selected = contrast("selected").estimate();
    for (Choice choice : comparison.choices()) {
      if (choice.rareRows().equals(RareRows.ALL)) {
        PairedDifference chosen = contrast(ArmTitle.of(choice.arm())).estimate();
        int repeat = choice.repeat() - 1;
        assertThat(selected.differences().get(repeat)).isEqualTo(chosen.differences().get(repeat));
      }
    }
    assertThat(contrast("selected").rivals())
        .extracting(rival -> ArmTitle.of(rival.reference()))
        .containsExactly("class-weight", "oversample, as selected", "smote, as selected");
  }

  @Test
  void aLargeGainBeatsWhatIsFreeAndALossDoesNot() {
    PrimaryContrast gain = contrast("mgs, ratio 0.1");
    assertThat(gain.word()).isEqualTo("uplift");
    assertThat(gain.freeBaselines())
        .isEqualTo(new FreeBaselines.Better(List.of("class-weight", "oversample", "smote")));
    assertThat(VerdictSentence.of(gain))
        .endsWith(
            "; beside what is free, it is better than each of class-weight, oversample, smote.");
    assertThat(contrast("vae, ratio 0.1").freeBaselines().beaten()).isFalse();
  }

  @Test
  void anUpliftThatEqualsAFreeRivalSaysSo() {
    PairedDifference clear = rival("smote", 0.02, 0.001);
    PairedDifference open = rival("oversample", 0.01, 0.2);
    PairedDifference worse = rival("class-weight", -0.02, 0.001);
    assertThat(FreeBaselines.of(true, List.of(worse, open, clear), null))
        .isEqualTo(new FreeBaselines.NotShown(List.of(worse, open), null));
    assertThat(FreeBaselines.of(true, List.of(open, clear), null))
        .isEqualTo(new FreeBaselines.NotAsked(List.of("class-weight")));
    assertThat(FreeBaselines.of(false, List.of(worse, open, clear), null))
        .isEqualTo(new FreeBaselines.NoUplift());
  }

  /** Each rival alone is beaten by p = 0.03 and less, and not after Holm over several arms. */
  @Test
  void severalArmsNeedASmallerLargestP() {
    PairedDifference hard = rival("smote", 0.02, 0.03);
    List<PairedDifference> rivals =
        List.of(hard, rival("oversample", 0.03, 0.01), rival("class-weight", 0.04, 0.001));
    assertThat(FreeBaselines.largestP(rivals)).isEqualTo(0.03);
    assertThat(FreeBaselines.largestP(List.of(rival("smote", -0.02, 0.001)))).isEqualTo(1);
    assertThat(FreeBaselines.of(true, rivals, 0.06))
        .isEqualTo(new FreeBaselines.NotShown(List.of(hard), 0.06));
    assertThat(FreeBaselines.of(true, rivals, 0.03).beaten()).isTrue();
  }

  @Test
  void ensemblesAreAskedAboutByThemselves() {
    List<PairedDifference> rivals =
        List.of(
            rival("smote", 0.02, 0.001),
            rival("oversample", 0.02, 0.001),
            rival("class-weight", 0.02, 0.001),
            rival("teacher", 0.01, 0.3));
    PairedDifference estimate = contrast("mgs, ratio 0.1").estimate();
    PrimaryContrast gain =
        new PrimaryContrast(
            estimate, 0.001, null, null, 98, rivals, null, new PrimaryContrast.Free(0.001, 0.3));
    assertThat(gain.freeBaselines().beaten()).isTrue();
    assertThat(gain.freeEnsembles())
        .contains(new FreeBaselines.NotShown(List.of(rivals.getLast()), null));
    assertThat(contrast("mgs, ratio 0.1").freeEnsembles()).isEmpty();
    assertThat(VerdictSentence.of(gain))
        .endsWith(
            "; beside ensembles, with more models to serve, not shown to be better than teacher"
                + " (p = 0.300).");
    assertThat(RivalSentences.of(gain))
        .singleElement(as(STRING))
        .startsWith("The gain of the mgs arm (ratio 0.1) may be had without a synthetic row")
        .contains("teacher (6 models to serve; +0.010");
  }

  @Test
  void theHeadlineCountsTheFamily() {
    assertThat(Headline.of(comparison))
        .matches(
            "Uplift: 6 of 10 arms raised average precision beyond chance; the largest gain is"
                + " \\+0\\.08. \\(95 % interval .*\\) by the selected arm with random-forest"
                + " over 10 repeats; beside what is free, it is better than each of class-weight,"
                + " oversample, smote\\.(?s:.*)");
  }

  @Test
  void withoutAnUpliftTheHeadlineTellsWhatCouldNotBeSeen() {
    List<RepeatResult> repeats = new ArrayList<>();
    for (RepeatResult repeat : Results.family(10)) {
      List<Evaluation> plain =
          repeat.evaluations().stream()
              .filter(e -> !e.arm().name().equals("mgs") && !e.arm().name().equals("selected"))
              .map(e -> e.arm().role() == Arm.Role.GENERATOR ? moved(e, 0.011) : e)
              .toList();
      repeats.add(new RepeatResult(repeat.repeat(), repeat.sizes(), List.of(), plain));
    }
    Comparison without = Comparer.compare(RANDOM, repeats);
    assertThat(Headline.of(without))
        .startsWith("Undecided: none of 4 arms changed average precision beyond chance")
        .contains("; the largest gain is +", "could not have been seen");
  }

  @Test
  void aLossIsNoLargestGainAndTwoRepeatsCanSeeNothing() {
    List<RepeatResult> repeats = new ArrayList<>();
    for (RepeatResult repeat : Results.family(2)) {
      List<Evaluation> worse =
          repeat.evaluations().stream()
              .filter(e -> e.arm().role() != Arm.Role.SELECTED)
              .map(e -> e.arm().judged() ? moved(e, repeat.repeat() % 2 == 0 ? -0.3 : -0.1) : e)
              .toList();
      repeats.add(new RepeatResult(repeat.repeat(), repeat.sizes(), List.of(), worse));
    }
    assertThat(Headline.of(Comparer.compare(RANDOM, repeats)))
        .contains("; the best change is \u2212")
        .contains("; with so few repeats no effect, however large, could have been seen.")
        .contains(" Something free has the higher mean beside 8 of 8 arms:");
  }

  @Test
  void theRealRowsAreInTheLinesOfEveryRun() {
    List<String> lines = RunsCsv.of(Results.family(2), FallbackWords::of).lines().toList();
    // 6,000 training rows with 294 rare ones, of which 16 stay: 5,722
    assertThat(lines)
        .anySatisfy(line -> assertThat(line).startsWith("1,none,,16,").endsWith(",16,5722,"))
        .anySatisfy(line -> assertThat(line).startsWith("1,none,,all,").endsWith(",294,6000,"));
  }

  @Test
  void theJsonReadsBackAsItWas() throws Exception {
    String text = Json.write(comparison);
    assertThat(Json.mapper().readValue(text, Comparison.class)).isEqualTo(comparison);
    assertThat(text).contains("\"rare_rows\" : 16".replace(" :", ":"));
  }

  @Test
  void anArmWithoutItsReferenceIsRefused() {
    List<RepeatResult> repeats = new ArrayList<>();
    for (RepeatResult repeat : Results.family(2)) {
      List<Evaluation> some =
          repeat.evaluations().stream()
              .filter(e -> !e.arm().equals(Arm.NONE.withRareRows(new RareRows.AtMost(16))))
              .toList();
      repeats.add(new RepeatResult(repeat.repeat(), repeat.sizes(), List.of(), some));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> Comparer.compare(RANDOM, repeats));
  }

  @Test
  void testScoresReadBackToTheLastBit() {
    TestScores scores = new TestScores(new double[] {0, 1, Math.nextUp(0.1), Double.MIN_VALUE});
    assertThat(TestScores.of(scores.text())).isEqualTo(scores).hasToString("4 scores");
    assertThatIllegalArgumentException().isThrownBy(() -> TestScores.of("AAAA"));
  }

  /** Makes the loss of the generator's arms as large as the noise. */
  private static Evaluation moved(Evaluation evaluation, double by) {
    double value =
        evaluation.figure(EvaluationMetric.AVERAGE_PRECISION).number().getAsDouble() + by;
    return Results.evaluation(
        evaluation.arm(), evaluation.classifier(), evaluation.repeat(), value);
  }

  private static PairedDifference rival(String name, double mean, double p) {
    return new PairedDifference(
        EvaluationMetric.AVERAGE_PRECISION,
        Results.VAE,
        name.equals("teacher")
            ? Arm.baseline(name)
            : Arm.baseline(name, new AugmentationPlan.Ratio(0.1)),
        "random-forest",
        List.of(mean),
        mean,
        0.01,
        mean - 0.02,
        mean + 0.02,
        p,
        null,
        null);
  }
}
