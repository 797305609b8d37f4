package dev.synth.internal.classify.discriminate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CrossFittedScoresTest {
  private static final int ROWS = 120;

  @Test
  void tellsShiftedSamplesApart() {
    double total = 0;
    for (int seed = 0; seed < 10; seed++) {
      total += areaUnderRoc(scores(seed, 1.5), secondSample());
    }
    // one feature shifted by 1.5 sd: the best possible area is Φ(1.5/√2) = .856
    assertThat(total / 10).isBetween(0.72, 0.87);
  }

  @Test
  void isNoBetterThanChanceOnNoise() {
    double total = 0;
    for (int seed = 0; seed < 20; seed++) {
      total += areaUnderRoc(scores(seed, 0), secondSample());
    }
    // the sd of one area of 60 against 60 is about .053, of the mean of 20 about .012
    assertThat(total / 20).isBetween(0.45, 0.55);
  }

  @Test
  void givesTheSameScoresForTheSameSeedsOnAnyThread() throws Exception {
    List<Callable<double[]>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> scores(3, 1));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<double[]> result : threads.invokeAll(calls)) {
        assertThat(result.get()).isEqualTo(scores(3, 1));
      }
    }
    assertThat(scores(4, 1)).isNotEqualTo(scores(3, 1));
  }

  @Test
  void refusesMoreFoldsThanRows() {
    double[][] rows = {{1}, {2}, {3}, {4}};
    boolean[] second = {false, false, true, true};
    assertThatThrownBy(() -> scores(rows, second, 3, new Seeds(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 folds of samples of 2 and 2 rows");
  }

  private static double[] scores(int seed, double shift) {
    Seeds seeds = new Seeds(seed);
    RandomStream stream = seeds.stream("rows");
    double[][] rows = new double[ROWS][8];
    boolean[] second = secondSample();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < 8; column++) {
        rows[row][column] = stream.nextGaussian();
      }
      rows[row][0] += second[row] ? shift : 0;
    }
    return scores(rows, second, 5, seeds);
  }

  private static double[] scores(double[][] rows, boolean[] second, int folds, Seeds seeds) {
    return CrossFittedScores.scores(
        CrossFittedScores.of(
            FeatureMatrix.ofRows(rows), second, folds, Discriminator.forest(40), seeds));
  }

  private static boolean[] secondSample() {
    boolean[] second = new boolean[ROWS];
    for (int row = ROWS / 2; row < ROWS; row++) {
      second[row] = true;
    }
    return second;
  }

  private static double areaUnderRoc(double[] scores, boolean[] second) {
    double wins = 0;
    int pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (second[i] && !second[j]) {
          wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          pairs++;
        }
      }
    }
    return wins / pairs;
  }
}
