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
import dev.synth.evaluate.Fitting;
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
import java.util.Optional;
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
    return AutoCandidates.hard("oversample", new OversampleOptions(), Arm.Role.BASELINE);
  }

  /**
   * Gains of .02, .02, .03, .01, .02, .02: s² = .00004. There are as many folds as figures, five to
   * learn from for one to judge by: standard error √(.00004 · (1/6 + 1/5)) = .0038, by hand.
   */
  @Test
  void aClearGainIsTaken() {
    assertThat(best("large", .52, .62, .43, .51, .62, .42)).contains("large");
  }

  @Test
  void aLaterCandidateMustBeClearlyBetterThanTheOneBeforeIt() {
    List<Double> first = List.of(.52, .62, .43, .51, .62, .42);
    Map<String, List<Double>> tried = new LinkedHashMap<>();
    tried.put("first", first);
    // .004 more on average, with a standard error of .012 · √(11/30): hardly above it by chance
    tried.put("unclear", List.of(.54, .61, .45, .50, .63, .415));
    assertThat(AutoChoice.best(NONE, tried, soft -> .25, 1)).contains("first");
    tried.put("clear", List.of(.55, .64, .46, .54, .65, .44));
    assertThat(AutoChoice.best(NONE, tried, soft -> .25, 1)).contains("clear");
  }

  /** Gains of .03, −.02, .02, .01, .02, −.01: mean .0083, s² = .00039, standard error .012. */
  @Test
  void whatIsNotFavouredNeedsAWholeStandardError() {
    Map<String, List<Double>> tried = Map.of("x", List.of(.53, .58, .42, .51, .62, .39));
    assertThat(AutoChoice.best(NONE, tried, soft -> .25, 1)).contains("x");
    assertThat(AutoChoice.best(NONE, tried, hard -> 1, 1)).isEmpty();
  }

  /**
   * Gains .02, −.02, .02, −.02, .02, −.01: mean .0017, s² = .000417 (statistics.variance), standard
   * error .0124, of which a quarter is .0031.
   */
  @Test
  void aGainWithinAQuarterOfItsStandardErrorLeavesNone() {
    assertThat(best("unclear", .52, .58, .42, .48, .62, .39)).isEmpty();
  }

  /**
   * Gains .025, −.02, .02, −.02, .02, −.01: mean .0025, s² = .000458 (statistics.variance). A
   * quarter of the plain standard error √(s²/6) is .0022, and of the corrected one .0032.
   */
  @Test
  void theStandardErrorIsCorrectedForSharedRows() {
    assertThat(best("x", .525, .58, .42, .48, .62, .39)).isEmpty();
  }

  /**
   * Gains −.02, .02, −.02, .02, −.02, .01: mean −.0017, s² = .000417 (statistics.variance),
   * standard error .0124. With .02 less each the mean is −.0217, and the error is the same.
   */
  @Test
  void whatIsExpectedToHelpIsTakenUnlessTheFoldsSpeakAgainstIt() {
    assertThat(expected(.48, .62, .38, .52, .58, .41)).contains("x");
    assertThat(expected(.46, .60, .36, .50, .56, .39)).isEmpty();
  }

  /**
   * Gains of .0083 with a standard error of .0071, which is between one and two, and of .04 with
   * one of .0038 (statistics.variance .000137 and .00004).
   */
  @Test
  void whatIsTakenInItsPlaceMustBeClearlyBetter() {
    Map<String, List<Double>> tried = new LinkedHashMap<>();
    tried.put("expected", List.of(.48, .62, .38, .52, .58, .41));
    tried.put("a little better", List.of(.50, .63, .37, .54, .59, .41));
    assertThat(AutoChoice.best(NONE, tried, each -> -1, 2)).contains("expected");
    assertThat(AutoChoice.best(NONE, tried, each -> -1, 1)).contains("a little better");
    tried.put("clearly better", List.of(.52, .65, .43, .56, .62, .45));
    assertThat(AutoChoice.best(NONE, tried, each -> -1, 2)).contains("clearly better");
  }

  private static Optional<String> expected(Double... precisions) {
    return AutoChoice.best(NONE, Map.of("x", List.of(precisions)), each -> -1, 2);
  }

  /** Only boosted trees were seen to gain by soft labels on most tables; five folds, 25 rows. */
  @Test
  void onlyBoostedTreesWithFewRareRowsAreExpectedToGain() {
    assertThat(AutoChoice.Limits.of("xgboost", 24).first()).isNegative();
    assertThat(AutoChoice.Limits.of("xgboost", 25).first()).isEqualTo(.25);
    assertThat(AutoChoice.Limits.of("logistic-regression", 24).first()).isEqualTo(.25);
  }

  @Test
  void theFavouredCandidateIsTheFirstWithSoftLabels() {
    assertThat(favoured("xgboost", AutoCandidates.all()))
        .map(Arm::label)
        .contains("vae, ratio 1.0, soft labels");
    assertThat(favoured("xgboost", List.of(oversample()))).isEmpty();
    assertThat(favoured("logistic-regression", AutoCandidates.all())).isEmpty();
  }

  private static Optional<Arm> favoured(String classifier, List<Source> candidates) {
    Repeats repeats = new Repeats(config(classifier), ROWS, Context.quiet(3), 1);
    return new AutoChoice(config(classifier), classifier, 1, done -> {})
        .favoured(candidates, repeats.rows(1, RareRows.ALL).fit());
  }

  private static Optional<String> best(String name, Double... precisions) {
    return AutoChoice.best(NONE, Map.of(name, List.of(precisions)), soft -> .25, 1);
  }

  @Test
  void whatChangesNothingOrHarmsIsNotTaken() {
    Map<String, List<Double>> tried = new LinkedHashMap<>();
    tried.put("same", NONE);
    tried.put("harm", List.of(.4, .5, .3, .4, .5, .31));
    assertThat(AutoChoice.best(NONE, tried, soft -> .25, 1)).isEmpty();
    assertThat(AutoChoice.best(NONE, Map.of(), soft -> .25, 1)).isEmpty();
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
    assertThat(labels(AutoCandidates.all()))
        .containsExactly(
            "vae, ratio 1.0, soft labels",
            "vae, ratio 0.1",
            "vae + regularised-booster, ratio 1.0, soft labels",
            "mgs, ratio 1.0, soft labels",
            "shuffle, ratio 1.0, soft labels",
            "vae scope=rare, ratio 1.0, soft labels",
            "class-weight",
            "regularised-booster");
  }

  /** A file of rows cannot say which settings a classifier shall have. */
  @Test
  void aFileOfRowsIsPickedAmongRows() {
    assertThat(AutoCandidates.ofRows().stream().flatMap(s -> s.arms().stream()))
        .allSatisfy(arm -> assertThat(arm.fitting()).isEqualTo(Fitting.SINGLE));
    assertThat(labels(AutoCandidates.all())).containsAll(labels(AutoCandidates.ofRows()));
  }

  private static List<String> labels(List<Source> sources) {
    return sources.stream()
        .flatMap(source -> source.arms().stream())
        .map(plan -> plan.arm().label())
        .toList();
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
