package dev.synth.internal.experiment.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.compare.CandidateScore;
import dev.synth.compare.Choice;
import dev.synth.compare.Comparison;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.generate.OversampleOptions;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.ThinnedDemo;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.GridRunner;
import dev.synth.internal.experiment.grid.GridStore;
import dev.synth.internal.experiment.grid.UnitWorker;
import dev.synth.split.RareRows;
import dev.synth.table.LabelledTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutoChoiceTest {
  private static final LabelledTable ROWS = ThinnedDemo.labelled(3, 6_000, 4);
  private static final List<Double> NONE = List.of(.5, .6, .4, .5, .6, .4);

  @TempDir Path folder;

  private static ExperimentConfig config(String classifier, String... settings) {
    return ConfigLoader.parse(
        """
        data: {source: demo, label: fraud, positive: 1}
        compare: {generators: [oversample], ratios: [0.1]}
        evaluation: {repeats: 2, classifiers: [%s], baselines: [class-weight], auto: true}
        """
            .formatted(classifier),
        "auto",
        List.of(settings));
  }

  private static Picked pick(
      List<Source> candidates, int jobs, RareRows rareRows, String... settings) {
    ExperimentConfig config = config("logistic-regression", settings);
    Repeats repeats = new Repeats(config, ROWS, Context.quiet(3), 1);
    return new AutoChoice(config, "logistic-regression", jobs, done -> {})
        .pick(candidates, repeats.rows(1, rareRows).fit());
  }

  private static Source oversample() {
    return AutoCandidates.source("oversample", new OversampleOptions(), Arm.Role.BASELINE);
  }

  /** Gains of .02 ± .0063: s² = .00004, standard error √(.00004 · (1/6 + 1/2)) = .0052, by hand. */
  @Test
  void aClearGainIsTakenAndTheLargestWins() {
    Map<String, List<Double>> tried = new LinkedHashMap<>();
    tried.put("small", List.of(.51, .62, .42, .51, .61, .41));
    tried.put("large", List.of(.52, .62, .43, .51, .62, .42));
    assertThat(AutoChoice.best(NONE, tried)).contains("large");
  }

  /**
   * Gains .02, −.02, .02, −.02, .02, −.01: mean .0017, s² = .000417 (statistics.variance), standard
   * error .0167, of which a quarter is .0042.
   */
  @Test
  void aGainWithinAQuarterOfItsStandardErrorLeavesNone() {
    assertThat(AutoChoice.best(NONE, Map.of("unclear", List.of(.52, .58, .42, .48, .62, .39))))
        .isEmpty();
  }

  /**
   * Gains .03, −.02, .02, −.02, .02, −.01: mean .0033, s² = .000507 (statistics.variance). A
   * quarter of the plain standard error √(s²/6) is .0023, and of the corrected one .0046.
   */
  @Test
  void theStandardErrorIsCorrectedForSharedRows() {
    assertThat(AutoChoice.best(NONE, Map.of("x", List.of(.53, .58, .42, .48, .62, .39)))).isEmpty();
  }

  @Test
  void whatChangesNothingOrHarmsIsNotTaken() {
    Map<String, List<Double>> tried = new LinkedHashMap<>();
    tried.put("same", NONE);
    tried.put("harm", List.of(.4, .5, .3, .4, .5, .31));
    assertThat(AutoChoice.best(NONE, tried)).isEmpty();
    assertThat(AutoChoice.best(NONE, Map.of())).isEmpty();
  }

  @Test
  void thePickIsOneOfTheCandidatesAndTheSameForAnyNumberOfJobs() {
    Picked picked = pick(List.of(oversample()), 1, RareRows.ALL);
    assertThat(picked).isEqualTo(pick(List.of(oversample()), 3, RareRows.ALL));
    assertThat(picked.choice(1, Arm.auto(RareRows.ALL)).procedure()).isEqualTo("auto");
    assertThat(picked.choice(1, Arm.auto(RareRows.ALL)).arm().name()).isIn("none", "oversample");
    assertThat(picked.averagePrecision()).isBetween(0.0, 1.0);
    assertThat(picked.source(Arm.auto(RareRows.ALL)).arms())
        .singleElement()
        .satisfies(plan -> assertThat(plan.arm()).isEqualTo(Arm.auto(RareRows.ALL)));
    assertThat(picked.scores())
        .extracting(score -> score.arm().label())
        .containsExactly("none", "oversample, ratio 0.1", "oversample, ratio 0.5");
    CandidateScore none = picked.scores().getFirst();
    assertThat(none.gain()).isNull();
    for (CandidateScore tried : picked.scores().subList(1, 3)) {
      assertThat(Objects.requireNonNull(tried.averagePrecision()))
          .isCloseTo(
              Objects.requireNonNull(none.averagePrecision())
                  + Objects.requireNonNull(tried.gain()),
              within(1e-12));
      assertThat(tried.standardError()).isPositive();
    }
  }

  @Test
  void withTooFewRareRowsInAFoldNothingIsAdded() {
    Picked picked = pick(List.of(oversample()), 1, new RareRows.AtMost(9));
    assertThat(picked.choice(1, Arm.auto(new RareRows.AtMost(9))).arm())
        .isEqualTo(Arm.NONE.withRareRows(new RareRows.AtMost(9)));
    assertThat(picked.averagePrecision()).isNull();
    assertThat(picked.source(Arm.auto(new RareRows.AtMost(9))).options()).isNull();
    assertThat(picked.scores())
        .hasSize(3)
        .allSatisfy(score -> assertThat(score.untried()).contains("fewer than 8 rare rows"));
  }

  @Test
  void candidatesThatFailAreLeftOutWithTheirReason() {
    Picked picked = pick(List.of(oversample()), 2, RareRows.ALL, "rules=['amount < 0']");
    assertThat(picked.candidate()).isEqualTo(Picked.NOTHING);
    assertThat(picked.averagePrecision()).isBetween(0.0, 1.0);
    assertThat(picked.scores()).hasSize(3);
    assertThat(picked.scores().subList(1, 3))
        .allSatisfy(
            failed -> {
              assertThat(failed.untried()).contains("amount < 0");
              assertThat(failed.averagePrecision()).isNull();
            });
  }

  @Test
  void candidatesAreThoseOfTheDesign() {
    assertThat(AutoCandidates.all().stream().flatMap(s -> s.arms().stream()))
        .extracting(plan -> plan.arm().label())
        .containsExactly("vae, ratio 1.0, soft labels", "mgs, ratio 1.0, soft labels");
  }

  @Test
  void thePickIsJudgedLikeAnyOtherArm() {
    ExperimentConfig config = config("logistic-regression");
    Repeats repeats = new Repeats(config, ROWS, Context.quiet(3), 1);
    GridDesign design = GridDesign.ofMany(config);
    GridStore store = new GridStore(folder);
    UnitWorker worker =
        new UnitWorker(design.options(), store, done -> {}, null).picking(List.of(oversample()));
    assertThat(
            new GridRunner(design, store, repeats, worker)
                .run(1, Context.quiet(3).cancellation(), () -> false))
        .isTrue();
    List<RepeatResult> results =
        List.of(store.repeat(1).orElseThrow().result(), store.repeat(2).orElseThrow().result());
    for (RepeatResult result : results) {
      Choice choice = result.choices().getLast();
      assertThat(choice.procedure()).isEqualTo("auto");
      Evaluation auto = of(result, Arm.auto(RareRows.ALL));
      if (choice.arm().equals(Arm.NONE)) { // the same fit under another name
        assertThat(auto.figures()).isEqualTo(of(result, Arm.NONE).figures());
      }
    }
    Comparison comparison =
        Comparer.compare(
            Protocol.of(Objects.requireNonNull(config.evaluation()), config.split()), results);
    assertThat(comparison.primary())
        .extracting(contrast -> contrast.estimate().arm().name())
        .containsExactly("oversample", "auto");
  }

  private static Evaluation of(RepeatResult result, Arm arm) {
    return result.evaluations().stream().filter(e -> e.arm().equals(arm)).findFirst().orElseThrow();
  }
}
