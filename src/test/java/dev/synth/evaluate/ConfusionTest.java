package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConfusionTest {
  /** 6 hits, 2 false alarms, 4 misses, 88 right silences. */
  private static final Confusion COUNTS = new Confusion(6, 2, 4, 88);

  @Test
  void ratesFollowFromTheCounts() {
    assertThat(COUNTS.precision()).isEqualTo(0.75); // 6 / 8
    assertThat(COUNTS.recall()).isEqualTo(0.6); // 6 / 10
    assertThat(COUNTS.falsePositiveRate()).isEqualTo(2.0 / 90);
    assertThat(COUNTS.rows()).isEqualTo(100);
  }

  @Test
  void fBetaAndMatthewsAreScikitLearns() {
    // f1_score, fbeta_score(beta=2), matthews_corrcoef of the same counts
    assertThat(COUNTS.fBeta(1)).isCloseTo(0.6666666666666666, within(1e-15));
    assertThat(COUNTS.fBeta(2)).isCloseTo(0.625, within(1e-15));
    assertThat(COUNTS.matthews()).isCloseTo(0.6389151433378876, within(1e-15));
  }

  @Test
  void matthewsOverflowsNoInteger() {
    // a perfect result is 1 however many rows there are
    assertThat(new Confusion(100_000, 0, 0, 1_000_000_000).matthews()).isEqualTo(1);
  }

  @Test
  void aRateOfNothingIsZero() {
    Confusion silent = new Confusion(0, 0, 5, 95);
    assertThat(silent.precision()).isZero();
    assertThat(silent.fBeta(1)).isZero();
    assertThat(silent.matthews()).isZero();
  }

  @Test
  void thresholdsCountScoresAtThemAsAlerts() {
    ScoredRows rows = Scores.of(new int[] {0, 0, 1, 1}, 0.1, 0.4, 0.35, 0.8);
    assertThat(rows.at(0.4)).isEqualTo(new Confusion(1, 1, 1, 1));
    assertThat(rows.at(0)).isEqualTo(new Confusion(2, 2, 0, 0));
    assertThat(rows.at(Math.nextUp(1.0))).isEqualTo(new Confusion(0, 0, 2, 2));
  }
}
