package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.validate.PrivacyLever;
import dev.synth.validate.Sign;
import dev.synth.validate.ValidationReport.Reference;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrivacySentenceTest {
  private static String meaning(String... metrics) {
    return PrivacySentence.meaning(
        Arrays.stream(metrics)
            .map(metric -> new Sign(metric, Reference.TRAINING, 1, null, 0.5))
            .toList());
  }

  @Test
  void oneSignIsOneClause() {
    assertThat(meaning("nndr"))
        .isEqualTo("So they single out training rows: single customers may be recognisable");
  }

  /** Two figures that mean the same are told once. */
  @Test
  void whatMeansTheSameIsToldOnce() {
    assertThat(meaning("identical_match_share", "near_copies"))
        .isEqualTo(
            "So some rows all but repeat a training row: single customers may be recognisable");
  }

  @Test
  void severalAreAList() {
    assertThat(meaning("near_copies", "nndr", "membership_inference"))
        .isEqualTo(
            "So some rows all but repeat a training row, they single out training rows and an"
                + " attacker can tell who was learned from: single customers may be recognisable");
  }

  /** A metric that a user added has no words of its own. */
  @Test
  void anUnknownMetricIsNamed() {
    assertThat(meaning("mine"))
        .isEqualTo(
            "So mine is not what fresh real rows have: single customers may be recognisable");
  }

  @Test
  void everyLeverHasAdviceOfItsOwn() {
    assertThat(PrivacySentence.advice(List.of()))
        .isEqualTo(
            "What helps depends on what made the rows: less training, more noise in its draws, or"
                + " more rare rows to learn from");
    assertThat(PrivacySentence.advice(List.of(PrivacyLever.values())))
        .isEqualTo(
            "What may help: more noise around each code (generator.latent_noise); or draws that"
                + " start from no real row (generator.sampling: prior); or a shorter training"
                + " (generator.steps); or a wider spread around each row (generator.spread); or"
                + " more real rows in a leaf (generator.minimum_leaf_rows); or a kind that does not"
                + " draw at or between single rows, such as copula; or more rare rows to learn"
                + " from");
  }
}
