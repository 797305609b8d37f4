package dev.synth.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.compare.Choice;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.RepeatTable;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.Results;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArmDifferencesTest {
  private static final Protocol PROTOCOL =
      new Protocol("forest", SplitOptions.Method.RANDOM, "max-f1", 0.01, CostAndAlertMetrics.NONE);

  private static final Arm CLASS_WEIGHT = Arm.baseline("class-weight");

  /** A few roundings of numbers below 1. */
  private static final double ROUNDING = 1e-15;

  /** One repeat; average precision of none, class-weight, oversample and vae. */
  private static RepeatResult repeat(int number, double... precision) {
    List<Arm> arms = List.of(Arm.NONE, CLASS_WEIGHT, Results.OVERSAMPLE, Results.VAE);
    List<Evaluation> evaluations = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      evaluations.add(Results.evaluation(arms.get(i), "forest", number, precision[i]));
      // with the other classifier, class-weight is better than oversample
      double other = arms.get(i).equals(CLASS_WEIGHT) ? 0.9 : precision[i];
      evaluations.add(Results.evaluation(arms.get(i), "other", number, other));
    }
    return new RepeatResult(number, Results.SIZES, List.of(), evaluations);
  }

  private final ArmDifferences differences =
      ArmDifferences.of(
          PROTOCOL, List.of(repeat(1, 0.5, 0.52, 0.6, 0.7), repeat(2, 0.5, 0.54, 0.5, 0.6)));

  @Test
  void everyArmAndClassifierIsHeldAgainstNoneInEachEndpointButTheFirst() {
    assertThat(PROTOCOL.secondaryEndpoints()).isNotEmpty();
    assertThat(differences.againstNone())
        .hasSize(PROTOCOL.secondaryEndpoints().size() * 2 * 3) // two classifiers, three arms
        .noneMatch(row -> row.measure() == EvaluationMetric.AVERAGE_PRECISION)
        .allMatch(row -> row.reference().equals(Arm.NONE));
  }

  /** Oversampling has the higher mean, 0.55 against 0.53, with the forest alone. */
  @Test
  void theBestFreeRivalIsThatOfTheFigureAndTheClassifier() {
    List<PairedDifference> precision =
        differences.againstBestFree().stream()
            .filter(row -> row.measure() == EvaluationMetric.AVERAGE_PRECISION)
            .toList();

    assertThat(precision).extracting(PairedDifference::arm).containsOnly(Results.VAE);
    assertThat(precision)
        .extracting(PairedDifference::classifier)
        .containsExactly("forest", "other");
    assertThat(precision)
        .extracting(PairedDifference::reference)
        .containsExactly(Results.OVERSAMPLE, CLASS_WEIGHT);
    assertThat(precision.getFirst().differences())
        .satisfiesExactly( // 0.7 - 0.6 and 0.6 - 0.5
            first -> assertThat(first).isCloseTo(0.1, within(ROUNDING)),
            second -> assertThat(second).isCloseTo(0.1, within(ROUNDING)));
  }

  /** It picks a ratio by itself, so that each ratio of a rival is one that it has to beat. */
  @Test
  void autoIsHeldAgainstRivalsAtEveryRatio() {
    Arm auto = Arm.auto(RareRows.ALL);
    Arm low = Arm.baseline("smote", new AugmentationPlan.Ratio(0.1));
    Arm high = Arm.baseline("smote", new AugmentationPlan.Ratio(0.5));
    Arm fewer = low.withRareRows(new RareRows.AtMost(16));
    List<Arm> arms =
        List.of(
            Arm.NONE,
            Arm.NONE.withRareRows(fewer.rareRows()),
            CLASS_WEIGHT,
            low,
            high,
            fewer,
            Results.VAE,
            auto);
    RepeatTable table =
        new RepeatTable(
            List.of(
                new RepeatResult(
                    1,
                    Results.SIZES,
                    List.of(),
                    arms.stream().map(arm -> Results.evaluation(arm, "forest", 1, 0.5)).toList())));
    assertThat(new FreeRivals(table).of(auto)).containsExactly(CLASS_WEIGHT, low, high);
    assertThat(new FreeRivals(table).of(Results.VAE))
        .contains(CLASS_WEIGHT)
        .doesNotContain(fewer)
        .hasSize(2); // and SMOTE at its own ratio
  }

  /** Of hard and soft arms a repeat may choose a hard one, and permuted rows are soft alone. */
  @Test
  void whatWasSelectedIsHeldAgainstPermutedRowsWhateverItsLabels() {
    AugmentationPlan plan = new AugmentationPlan.Ratio(0.1);
    Arm shuffle = Arm.baseline("shuffle", plan, Labels.SOFT);
    Arm soft = Arm.baseline("smote", plan, Labels.SOFT);
    Arm hard = Arm.baseline("smote", plan);
    Arm selected = Arm.selected(RareRows.ALL);
    RepeatResult repeat =
        new RepeatResult(
            1,
            Results.SIZES,
            List.of(new Choice(1, RareRows.ALL, "selected", Results.VAE, 0.5)),
            Stream.of(Arm.NONE, hard, soft, shuffle, Results.VAE, selected)
                .map(arm -> Results.evaluation(arm, "forest", 1, 0.5))
                .toList());
    FreeRivals rivals = new FreeRivals(new RepeatTable(List.of(repeat)));
    assertThat(rivals.of(selected))
        .extracting(rival -> rivals.in(repeat, rival))
        .containsExactly(hard, shuffle);
  }
}
