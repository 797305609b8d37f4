package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.augment.AugmentationPlan;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Results;
import dev.synth.evaluate.Threshold;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.RunsCsv;
import dev.synth.internal.compare.Selection;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.report.wording.ArmTitle;
import dev.synth.internal.report.wording.ComparisonJson;
import dev.synth.internal.report.wording.Headline;
import dev.synth.internal.report.wording.TroubleSentence;
import dev.synth.internal.report.wording.metric.FallbackWords;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** Comparisons in which an arm could not be made. */
class TroubledArmTest {
  private static final Protocol RANDOM =
      new Protocol("random-forest", Method.RANDOM, "max-f1", 0.02);
  private static final Arm MGS = Arm.generator("mgs", new AugmentationPlan.Ratio(0.1));

  /** The repeats of a family, with an arm taken out of some of them. */
  private static List<RepeatResult> without(Arm arm, int... failed) {
    List<RepeatResult> results = new ArrayList<>(Results.family(10));
    for (int repeat : failed) {
      RepeatResult whole = results.get(repeat - 1);
      results.set(
          repeat - 1,
          new RepeatResult(
              repeat,
              whole.sizes(),
              whole.choices(),
              whole.evaluations().stream().filter(each -> !each.arm().equals(arm)).toList(),
              List.of(ArmTrouble.failure(arm, "too few rows, %d".formatted(repeat)))));
    }
    return results;
  }

  private static Comparison comparison(Arm arm, int... failed) {
    return Comparer.compare(RANDOM, without(arm, failed));
  }

  @Test
  void anArmThatFailedOnceHasNeitherFiguresNorVerdict() {
    Comparison comparison = comparison(MGS, 3, 7);

    assertThat(comparison.primary()).hasSize(9).noneMatch(c -> c.estimate().arm().equals(MGS));
    assertThat(comparison.summaries()).noneMatch(summary -> summary.arm().equals(MGS));
    assertThat(comparison.troubles())
        .containsExactly(new TroubledArm(MGS, 2, 10, new ArmTrouble.Failure("too few rows, 3")));
    assertThat(TroubleSentence.of(comparison.troubles().getFirst()))
        .isEqualTo("mgs, ratio 0.1 failed in 2 of 10 repeats: too few rows, 3");
    assertThat(Headline.of(comparison))
        .endsWith(" Not judged, since it could not be made in every repeat: mgs, ratio 0.1.");
    assertThat(comparison.judgedNothing()).isFalse();
    assertThat(
            RunsCsv.of(without(MGS, 3, 7), FallbackWords::of)
                .lines()
                .filter(line -> line.contains("mgs")))
        .hasSize(2 * (4 * 10 - 2)); // what was measured is kept
  }

  /** A failure must not make it easier for the others. */
  @Test
  void itStaysInTheFamilyThatIsCorrectedFor() {
    PrimaryContrast whole = comparison(MGS).primary().getLast();
    PrimaryContrast failed = comparison(MGS, 3).primary().getLast();
    assertThat(failed.estimate()).isEqualTo(whole.estimate());
    assertThat(Objects.requireNonNull(failed.detectable()).minimum())
        .isEqualTo(Objects.requireNonNull(whole.detectable()).minimum());
  }

  @Test
  void aFailedBaselineIsNoRivalOfWhatMayChooseItsOdds() {
    Arm smote = Arm.baseline("smote", new AugmentationPlan.Ratio(0.5));
    Comparison comparison = comparison(smote, 1);
    for (PrimaryContrast contrast : comparison.primary()) {
      Arm arm = contrast.estimate().arm();
      boolean lost =
          arm.rareRows().equals(RareRows.ALL)
              && (arm.role() == Arm.Role.SELECTED || arm.plan().text().equals("ratio 0.5"));
      assertThat(contrast.rivals()).as(ArmTitle.of(arm)).hasSize(lost ? 2 : 3);
    }
  }

  @Test
  void whereEverythingFailedNothingIsJudged() {
    List<RepeatResult> results = new ArrayList<>();
    for (RepeatResult whole : Results.simulated(2)) {
      results.add(
          new RepeatResult(
              whole.repeat(),
              whole.sizes(),
              List.of(),
              whole.evaluations().stream().filter(e -> !e.arm().equals(Results.VAE)).toList(),
              List.of(ArmTrouble.failure(Results.VAE, "it diverged at step 3"))));
    }
    Comparison comparison = Comparer.compare(RANDOM, results);
    assertThat(comparison.judgedNothing()).isTrue();
    assertThat(Headline.of(comparison))
        .isEqualTo(
            "Undecided: no arm could be judged; vae, ratio 0.1 failed in 2 of 2"
                + " repeats: it diverged at step 3.");
  }

  @Test
  void warningsOfOneKindAreCountedOnceAnArm() throws Exception {
    List<RepeatResult> results = new ArrayList<>();
    for (RepeatResult whole : Results.simulated(3)) {
      ArmTrouble warning =
          ArmTrouble.warning(Results.VAE, new TrainingWarning.Collapse(0.01 * whole.repeat()));
      results.add(
          new RepeatResult(
              whole.repeat(),
              whole.sizes(),
              List.of(),
              whole.evaluations(),
              whole.repeat() == 1 ? List.of() : List.of(warning)));
    }
    Comparison comparison = Comparer.compare(RANDOM, results);
    assertThat(comparison.troubles())
        .extracting(TroubleSentence::of)
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith(
            "vae warned in 2 of 3 repeats: the model has collapsed: its draws have 2 % of the");
    assertThat(comparison.primary()).hasSize(1);
    assertThat(Json.mapper().readValue(Json.write(comparison), Comparison.class))
        .isEqualTo(comparison);
  }

  @Test
  void troublesOfEarlierVersionsHaveTheirSentence() throws Exception {
    String old =
        """
        {"arm": %s, "failed": %s, "repeats": 2, "of": 3, "sentence": "it diverged"}
        """;
    String arm = Json.write(MGS);
    TroubledArm failed =
        Json.mapper().readValue(String.format(Locale.ROOT, old, arm, true), TroubledArm.class);
    assertThat(failed).isEqualTo(new TroubledArm(MGS, 2, 3, new ArmTrouble.Failure("it diverged")));
    TroubledArm warned =
        Json.mapper().readValue(String.format(Locale.ROOT, old, arm, false), TroubledArm.class);
    assertThat(warned.failed()).isFalse();
    assertThat(TroubleSentence.of(warned)).endsWith("warned in 2 of 3 repeats: it diverged");
  }

  @Test
  void theFileHasTheCauseAndItsSentence() {
    JsonNode trouble = ComparisonJson.tree(comparison(MGS, 3, 7)).path("troubles").path(0);
    assertThat(trouble.path("failed").asBoolean()).isTrue();
    assertThat(trouble.path("cause").path("kind").asText()).isEqualTo("failure");
    assertThat(trouble.path("sentence").asText()).isEqualTo("too few rows, 3");
  }

  @Test
  void whatWasChosenIsOneOfTheArmsThatCouldBeMade() {
    Arm vae = Arm.generator("vae", new AugmentationPlan.Ratio(0.1));
    ScoredArm only = Results.scored(vae, "random-forest", new Threshold(0.5, "fixed 0.5", null));
    Selection one = Selection.of(4, List.of(only), List.of(MGS), "random-forest");
    assertThat(one.choices()).extracting(Choice::arm).containsExactly(vae);
    assertThat(one.troubles()).isEmpty();

    Selection none = Selection.of(4, List.of(), List.of(MGS, vae), "random-forest");
    assertThat(none.choices()).isEmpty();
    assertThat(none.troubles())
        .containsExactly(ArmTrouble.nothingToSelect(Arm.selected(RareRows.ALL)));
    assertThat(Selection.of(4, List.of(only), "random-forest").choices()).isEmpty();
  }
}
