package dev.synth.internal.experiment.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Context;
import dev.synth.base.Seeds;
import dev.synth.compare.CandidateScore;
import dev.synth.compare.Choice;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.Fitting;
import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.FitRows;
import dev.synth.internal.experiment.arm.Repeats;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.split.RareRows;
import dev.synth.table.LabelledTable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BestFreeTest {
  private static final LabelledTable ROWS = TransactionSimulator.labelled(new Seeds(3), 4_000);
  private static final Arm ARM = Baseline.BEST_FREE.arm();

  @Test
  void theLargestMeanWinsHoweverSmallItsGain() {
    Map<String, List<Double>> tried = new LinkedHashMap<>();
    tried.put("worse", List.of(.4, .5));
    tried.put("best", List.of(.7, .31));
    tried.put("as good", List.of(.31, .7));
    assertThat(BestFree.best(List.of(.5, .5), tried)).contains("best");
    assertThat(BestFree.best(List.of(.6, .6), tried)).isEmpty();
  }

  @Test
  void candidatesLeaveOneModelToServe() {
    assertThat(names(BestFree.candidates(false)))
        .containsExactly(
            "class-weight",
            "regularised-booster",
            "oversample, ratio 0.1",
            "oversample, ratio 0.5",
            "smote, ratio 0.1",
            "smote, ratio 0.5");
    assertThat(names(BestFree.candidates(true)))
        .endsWith("self-distillation", "shuffle, ratio 1.0, soft labels");
    for (Source source : BestFree.candidates(true)) {
      assertThat(Baseline.find(source.name()).orElseThrow().models()).isEqualTo(1);
    }
  }

  private static List<String> names(List<Source> sources) {
    return sources.stream()
        .flatMap(source -> source.arms().stream())
        .map(plan -> plan.arm().label())
        .toList();
  }

  @Test
  void thePickIsOneOfTheCandidatesUnderTheNameOfTheProcedure() {
    ExperimentConfig config =
        ConfigLoader.parse(
            """
            data: {source: demo, label: fraud, positive: 1}
            augmentation: {ratio: 0.1}
            evaluation: {classifiers: [logistic-regression], baselines: [best-free]}
            """,
            "free",
            List.of());
    FitRows rows = new Repeats(config, ROWS, Context.quiet(3), 1).rows(1, RareRows.ALL).fit();
    List<Source> candidates =
        List.of(Source.of(Baseline.CLASS_WEIGHT), Source.of(Baseline.REGULARISED_BOOSTER));
    Picked picked =
        new BestFree(config, "logistic-regression", 1, done -> {}).pick(candidates, rows);
    assertThat(picked.scores())
        .extracting(score -> score.arm().name())
        .containsExactly("none", "class-weight", "regularised-booster");
    CandidateScore largest =
        picked.scores().stream()
            .max(Comparator.comparingDouble(BestFreeTest::precision))
            .orElseThrow();
    assertThat(picked.choice(1, ARM).arm()).isEqualTo(largest.arm());
    assertThat(picked.averagePrecision()).isEqualTo(precision(largest));
  }

  private static double precision(CandidateScore score) {
    return Objects.requireNonNull(score.averagePrecision());
  }

  @Test
  void thePickIsFittedUnderTheNameOfTheProcedure() {
    ArmPlan booster = ArmPlan.of(Baseline.REGULARISED_BOOSTER);
    Picked picked =
        new Picked(
            new Picked.ArmCandidate(booster, Source.of(Baseline.REGULARISED_BOOSTER)),
            .5,
            List.of(),
            Map.of());
    assertThat(picked.choice(2, ARM))
        .isEqualTo(new Choice(2, RareRows.ALL, "best-free", booster.arm(), .5));
    Source source = picked.source(ARM);
    assertThat(source.stream()).isEqualTo("baseline/regularised-booster");
    assertThat(source.arms())
        .singleElement()
        .satisfies(plan -> assertThat(plan.fitting()).isEqualTo(Fitting.REGULARISED))
        .satisfies(plan -> assertThat(plan.arm()).isEqualTo(ARM));
  }
}
