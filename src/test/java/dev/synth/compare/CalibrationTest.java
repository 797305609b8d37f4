package dev.synth.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.stats.NadeauBengio;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Simulated experiments whose truth is known.
 *
 * <p>Ten repeats, test : training 1 : 3. Differences of two repeats have the correlation n_test /
 * (n_train + n_test) = ¼ that Nadeau and Bengio assume: √¼ of a part that all repeats share, and √¾
 * of one of their own.
 */
class CalibrationTest {
  private static final int EXPERIMENTS = 4000;
  private static final int REPEATS = 10;
  private static final double TEST_TO_TRAINING = 1.0 / 3;
  private static final double SHARED = 0.25;

  private interface Decision {
    boolean positive(NadeauBengio test);
  }

  private static double rate(double effect, double testToTraining, Decision decision) {
    RandomStream stream = new Seeds(7).stream("calibration");
    int positive = 0;
    for (int experiment = 0; experiment < EXPERIMENTS; experiment++) {
      NadeauBengio test = NadeauBengio.of(differences(stream, effect), testToTraining);
      positive += decision.positive(test) ? 1 : 0;
    }
    return (double) positive / EXPERIMENTS;
  }

  private static List<Double> differences(RandomStream stream, double effect) {
    double shared = Math.sqrt(SHARED) * stream.nextGaussian();
    List<Double> differences = new ArrayList<>();
    for (int repeat = 0; repeat < REPEATS; repeat++) {
      differences.add(effect + shared + Math.sqrt(1 - SHARED) * stream.nextGaussian());
    }
    return differences;
  }

  @Test
  void theCorrectedTestKeepsItsLevelWhereTheNaiveOneDoesNot() {
    // binomial standard error of 4,000 experiments at .05: .0034; four of them allowed
    assertThat(rate(0, TEST_TO_TRAINING, test -> test.p() < 0.05)).isBetween(0.036, 0.064);
    // without the correction the variance is too small by (1/10 + 1/3) / (1/10): about one in three
    assertThat(rate(0, 1e-12, test -> test.p() < 0.05)).isGreaterThan(0.25);
  }

  @Test
  void anEffectOfTheMinimumDetectableSizeIsSeenFourTimesOutOfFive() {
    // variance of the mean: 1/4 + 3/4/10; the effect is (t(.975, 9) + t(.8, 9)) = 3.14556 of them.
    // The sum of two central quantiles stands in for a noncentral t's and is good to about .04
    double effect = (2.262157 + 0.883404) * Math.sqrt(0.25 + 0.075);
    assertThat(rate(effect, TEST_TO_TRAINING, test -> test.p() < 0.05 && test.mean() > 0))
        .isBetween(0.76, 0.86);
  }
}
