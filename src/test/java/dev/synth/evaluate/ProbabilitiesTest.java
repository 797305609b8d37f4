package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
  @Test
  void logLossIsScikitLearns() {
    // numpy: c = np.clip(s, 2**-52, 1 - 2**-52); -np.mean(y*np.log(c) + (1-y)*np.log(1-c))
    ScoredRows rows = Scores.of(new int[] {0, 0, 1, 1, 0, 1}, .1, .4, .35, .8, 0, 1);
    assertThat(Probabilities.logLoss(rows)).isCloseTo(0.3148586358727842, within(1e-15));
  }

  @Test
  void binsHaveEquallyManyRows() {
    // numpy: s = np.arange(20)/20 + .025, b = np.array_split(np.argsort(-s), 10),
    // sum(len(i)/20 * abs(s[i].mean() - y[i].mean()) for i in b)
    int[] classes = new int[20];
    double[] scores = new double[20];
    for (int row = 0; row < 20; row++) {
      scores[row] = row / 20.0 + 0.025;
      classes[row] = row == 3 || row == 11 || row == 15 || row >= 17 ? 1 : 0;
    }
    assertThat(Probabilities.calibrationError(Scores.of(classes, scores)))
        .isCloseTo(0.28, within(1e-12));
  }

  @Test
  void rowsOfOneScoreAreOneBinInEffect() {
    // by hand: each of ten bins has the mean score .5 and the expected share of rare rows 3/20
    int[] classes = new int[20];
    double[] scores = new double[20];
    Arrays.fill(scores, 0.5);
    classes[0] = classes[7] = classes[19] = 1;
    assertThat(Probabilities.calibrationError(Scores.of(classes, scores)))
        .isCloseTo(0.35, within(1e-15));
  }

  @Test
  void fewerRowsThanBinsAreABinEach() {
    // by hand: (|.9 − 1| + |.2 − 0| + |.4 − 1|) / 3
    assertThat(Probabilities.calibrationError(Scores.of(new int[] {1, 0, 1}, .9, .2, .4)))
        .isCloseTo(0.3, within(1e-15));
  }

  @Test
  void noBinIsWorseThanItsRows() {
    RandomStream stream = new Seeds(5).stream("scores");
    for (int i = 0; i < 500; i++) {
      ScoredRows rows = Scores.random(stream);
      double everyRow = 0;
      for (double score : rows.sortedRareScores()) {
        everyRow += 1 - score;
      }
      for (double score : rows.sortedOtherScores()) {
        everyRow += score;
      }
      assertThat(Probabilities.calibrationError(rows))
          .isBetween(0.0, everyRow / rows.rowCount() + 1e-12);
    }
  }
}
