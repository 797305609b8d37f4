package dev.synth.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.internal.classify.AnomalyTrainer;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.Rows;
import dev.synth.internal.classify.isolation.IsolationForest;
import dev.synth.internal.classify.kinds.DetectorTrainers;
import dev.synth.split.Training;
import dev.synth.table.LabelledTable;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises of every detector without labels. */
class DetectorKindTest {
  /** c(n) of equation 1, by {@code 2*(np.log(n-1)+np.euler_gamma)-2*(n-1)/n}. */
  private static final double C_31 = 6.021342222159634;

  private static final double C_32 = 6.084905738773358;

  static List<AnomalyTrainer> trainers() {
    return Arrays.stream(DetectorKind.values()).map(DetectorTrainers::of).toList();
  }

  @Test
  void trainersHaveTheNamesOfTheirKinds() {
    assertThat(DetectorKind.values())
        .allSatisfy(kind -> assertThat(DetectorTrainers.of(kind).name()).isEqualTo(kind.id()));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void findsRowsFarAwayAndNoneAmongEquals(AnomalyTrainer trainer) {
    // 1 % of the rows is rare: guessing gives .01
    assertThat(meanAveragePrecision(trainer, 6)).isGreaterThan(0.8);
    assertThat(meanAveragePrecision(trainer, 0)).isBetween(0.005, 0.05);
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void doesNotLookAtLabels(AnomalyTrainer trainer) {
    LabelledTable rows = rows(1, 6);
    LabelledTable relabelled =
        new Rows().numbers("x", numbers(1, 6, "x")).numbers("y", numbers(1, 0, "y")).lastRare(300);
    assertThat(fit(trainer, relabelled).score(rows.features()))
        .isEqualTo(fit(trainer, rows).score(rows.features()));
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void givesTheSameScoresOnAnyThread(AnomalyTrainer trainer) throws Exception {
    LabelledTable rows = rows(1, 6);
    double[] expected = fit(trainer, rows).score(rows.features());
    assertThat(Arrays.stream(expected)).allMatch(score -> score >= 0 && score <= 1);
    Callable<double[]> call = () -> fit(trainer, rows).score(rows.features());
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<double[]> result : threads.invokeAll(List.of(call, call))) {
        assertThat(result.get()).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("trainers")
  void scoresAllTheSameWhereNothingVaries(AnomalyTrainer trainer) {
    LabelledTable rows = new Rows().numbers("same", new double[40]).lastRare(10);
    assertThat(Arrays.stream(fit(trainer, rows).score(rows.features())).distinct()).hasSize(1);
  }

  @Test
  void isolatesAFarRowInAboutHalfTheDepthOfTheOthers() {
    // 31 equal rows and one other: one cut parts them. Depths: 1 for it, 1 + c(31) for the others.
    double[][] rows = new double[32][1];
    rows[31][0] = 1;
    IsolationForest forest = IsolationForest.fit(rows, new Seeds(1));
    double[] scores = forest.score(FeatureMatrix.ofRows(rows));
    assertThat(scores[31]).isCloseTo(Math.pow(2, -1 / C_32), within(1e-12));
    assertThat(scores[0]).isCloseTo(Math.pow(2, -(1 + C_31) / C_32), within(1e-12));
  }

  private static double meanAveragePrecision(AnomalyTrainer trainer, double shift) {
    double total = 0;
    for (int seed = 0; seed < 4; seed++) {
      Classifier detector = fit(trainer, rows(2 * seed, shift));
      total += Curves.averagePrecision(ScoredRows.of(detector, rows(2 * seed + 1, shift)));
    }
    return total / 4;
  }

  private static Classifier fit(AnomalyTrainer trainer, LabelledTable rows) {
    return trainer.fit(Training.whole(rows), Context.quiet(11));
  }

  /** 1,000 rows, the last ten of them shifted and rare. */
  private static LabelledTable rows(int seed, double shift) {
    return new Rows()
        .numbers("x", numbers(seed, shift, "x"))
        .numbers("y", numbers(seed, 0, "y"))
        .lastRare(10);
  }

  private static double[] numbers(int seed, double shift, String name) {
    RandomStream stream = new Seeds(seed).stream(name);
    double[] numbers = new double[1_000];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = stream.nextGaussian() + (row < 990 ? 0 : shift);
    }
    return numbers;
  }
}
