package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RivalSentencesTest {
  private static final AugmentationPlan PLAN = new AugmentationPlan.Ratio(0.1);
  private static final Arm SOFT = Arm.generator("vae", PLAN, Labels.SOFT);
  private static final Arm SHUFFLE = Arm.baseline("shuffle", PLAN, Labels.SOFT);

  private static List<String> sentences(Arm arm, double p, PairedDifference... rivals) {
    return RivalSentences.of(
        new PrimaryContrast(
            Facts.tested(arm, Arm.NONE, 0.04, p), p, null, null, 98, List.of(rivals), null, null));
  }

  @Test
  void withoutRivalsNothingIsSaid() {
    assertThat(sentences(Facts.VAE, 0.001)).isEmpty();
    assertThat(sentences(SOFT, 0.001)).isEmpty();
  }

  @Test
  void softLabelsAreHeldAgainstShuffledRows() {
    assertThat(sentences(SOFT, 0.001, Facts.tested(SOFT, SHUFFLE, 0.01, 0.3)))
        .containsExactly(
            "Over rows with permuted columns and the same soft labels (shuffle), the vae arm (ratio"
                + " 0.1, soft labels) has +0.010, 95 % interval −0.010 to +0.030: no part of it is"
                + " shown to be the generator's own.");
    assertThat(sentences(SOFT, 0.001, Facts.tested(SOFT, SHUFFLE, 0.03, 0.01)).getFirst())
        .endsWith("+0.030, 95 % interval +0.010 to +0.050: this much is the generator's own.");
    assertThat(sentences(SOFT, 0.001, Facts.tested(SOFT, SHUFFLE, -0.03, 0.01)).getFirst())
        .endsWith("−0.030, 95 % interval −0.050 to −0.010: its generator's rows do worse.");
    // hard labels have no teacher to thank
    assertThat(sentences(Facts.VAE, 0.5, Facts.tested(Facts.VAE, SHUFFLE, 0.01, 0.3))).isEmpty();
  }

  @Test
  void anUpliftNamesTheRivalsWithoutRowsThatItDoesNotBeat() {
    PairedDifference weight = Facts.tested(Facts.VAE, Arm.baseline("class-weight"), 0.01, 0.3);
    PairedDifference bag = Facts.tested(Facts.VAE, Arm.baseline("bag"), -0.002, 0.9);
    PairedDifference beaten = Facts.tested(Facts.VAE, Arm.baseline("tuned"), 0.03, 0.01);
    PairedDifference rows = Facts.tested(Facts.VAE, Arm.baseline("smote", PLAN), 0.01, 0.4);
    assertThat(sentences(Facts.VAE, 0.001, weight, bag, beaten, rows))
        .containsExactly(
            "The gain of the vae arm (ratio 0.1) may be had without a synthetic row: it is not"
                + " shown to be more than that of class-weight (+0.010, 95 % interval −0.010 to"
                + " +0.030) or bag (5 models to serve; −0.002, 95 % interval −0.022 to +0.018).");
    assertThat(sentences(Facts.VAE, 0.001, beaten, rows)).isEmpty();
    PairedDifference picked = Facts.tested(Facts.VAE, Arm.baseline("best-free"), 0.01, 0.3);
    assertThat(sentences(Facts.VAE, 0.001, picked)).as("it may have picked rows").isEmpty();
    assertThat(sentences(Facts.VAE, 0.4, weight)).as("no uplift, no gain").isEmpty();
  }

  /** Of rivals that serve one model as the arm does: the best one is that it is furthest behind. */
  @Test
  void withoutAnUpliftTheBestFreeRivalIsNamed() {
    PairedDifference weight = Facts.tested(Facts.VAE, Arm.baseline("class-weight"), 0.01, 0.3);
    PairedDifference smote = Facts.tested(Facts.VAE, Arm.baseline("smote", PLAN), -0.02, 0.4);
    PairedDifference bag = Facts.tested(Facts.VAE, Arm.baseline("bag"), -0.05, 0.01);
    assertThat(beside(0.4, weight, smote, bag))
        .contains(
            "Against smote, the best of what is free, the vae arm (ratio 0.1) has −0.020 (95 %"
                + " interval −0.040 to +0.000) in average precision.");
    assertThat(beside(0.001, weight, smote)).as("the verdict's own sentence says it").isEmpty();
    assertThat(beside(0.4)).isEmpty();
    assertThat(beside(0.4, bag)).isEmpty();
  }

  /** One sentence about one rival. */
  @Test
  void whereShuffledRowsAreTheBestOfWhatIsFreeThatIsSaidOnce() {
    PrimaryContrast contrast =
        new PrimaryContrast(
            Facts.tested(SOFT, Arm.NONE, 0.04, 0.5),
            0.5,
            null,
            null,
            98,
            List.of(
                Facts.tested(SOFT, SHUFFLE, -0.01, 0.3),
                Facts.tested(SOFT, Arm.baseline("class-weight"), 0.01, 0.3)),
            null,
            null);
    assertThat(RivalSentences.besideFree(contrast)).isEmpty();
    assertThat(RivalSentences.of(contrast))
        .singleElement()
        .asString()
        .contains("the same soft labels (shuffle, the best of what is free), the vae arm (ratio");
  }

  private static Optional<String> beside(double p, PairedDifference... rivals) {
    return RivalSentences.besideFree(
        new PrimaryContrast(
            Facts.tested(Facts.VAE, Arm.NONE, 0.04, p),
            p,
            null,
            null,
            98,
            List.of(rivals),
            null,
            null));
  }

  /** One repeat has a mean but neither an interval nor a p-value: nothing is shown by it. */
  @Test
  void aRivalWithoutAnIntervalHasItsMeanAlone() {
    assertThat(sentences(Facts.VAE, 0.001, untested(0.01)))
        .singleElement()
        .asString()
        .endsWith("more than that of class-weight (+0.010).");
  }

  private static PairedDifference untested(double mean) {
    return new PairedDifference(
        EvaluationMetric.AVERAGE_PRECISION,
        Facts.VAE,
        Arm.baseline("class-weight"),
        "random-forest",
        List.of(mean),
        mean,
        null,
        null,
        null,
        null,
        null,
        new Untested.OneRepeat());
  }
}
