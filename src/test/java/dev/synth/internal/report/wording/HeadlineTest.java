package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.ArmTrouble;
import dev.synth.compare.Comparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.TroubledArm;
import dev.synth.compare.Untested;
import dev.synth.compare.Verdict;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Unmeasured;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlineTest {
  private static final TroubledArm FAILED =
      new TroubledArm(
          Arm.generator("gan", new AugmentationPlan.Ratio(0.1)),
          3,
          10,
          new ArmTrouble.Failure("it diverged"));

  @Test
  void aSingleContrastSpeaksForItself() {
    PrimaryContrast only = Facts.contrast("vae", 0.041, 0.012);
    assertThat(Headline.of(Facts.comparison(List.of(only)))).isEqualTo(VerdictSentence.of(only));
  }

  @Test
  void oneUpliftAmongManyIsAnUpliftAndHarmIsNotHidden() {
    Comparison comparison =
        Facts.comparison(
            List.of(
                Facts.contrast("mgs", 0.03, 0.01),
                Facts.contrast("vae", 0.05, 0.01),
                Facts.contrast("gan", -0.05, 0.01),
                Facts.contrast("flow", 0.07, 0.3)));
    assertThat(comparison.verdict()).isInstanceOf(Verdict.Uplift.class);
    // flow's is the largest change, and could be luck
    assertThat(Headline.of(comparison))
        .isEqualTo(
            "Uplift: 2 of 4 arms raised average precision beyond chance; the largest gain is +0.050"
                + " (95 % interval +0.030 to +0.070) by the vae arm (ratio 0.1) with random-forest"
                + " over 10 repeats. Harm was done by 1: gan, ratio 0.1.");
    assertThat(Headline.named(comparison)).contains(Facts.contrast("vae", 0.05, 0.01));
  }

  @Test
  void theNamedArmIsTheWorstWhereAllLostAndTheBestOfTheUndecided() {
    PrimaryContrast gan = Facts.contrast("gan", -0.05, 0.01);
    PrimaryContrast mgs = Facts.contrast("mgs", -0.03, 0.3);
    PrimaryContrast vae = Facts.contrast("vae", 0.02, 0.3);
    assertThat(Headline.named(Facts.comparison(List.of(mgs, gan)))).contains(gan);
    assertThat(Headline.named(Facts.comparison(List.of(mgs, vae)))).contains(vae);
    assertThat(Headline.named(Facts.comparison(List.of(mgs)))).contains(mgs);
    assertThat(Headline.named(Facts.comparison(List.of()))).isEmpty();
  }

  @Test
  void harmAloneNamesTheArms() {
    Comparison comparison =
        Facts.comparison(
            List.of(Facts.contrast("mgs", -0.03, 0.01), Facts.contrast("vae", 0.05, 0.2)));
    assertThat(comparison.verdict()).isInstanceOf(Verdict.Harm.class);
    assertThat(Headline.of(comparison))
        .isEqualTo(
            "Harm: 1 of 2 arms lowered average precision beyond chance (mgs, ratio 0.1), and none"
                + " raised it.");
  }

  @Test
  void undecidedNamesTheBestChange() {
    assertThat(
            Headline.of(
                Facts.comparison(
                    List.of(Facts.contrast("mgs", -0.03, 0.4), Facts.contrast("vae", -0.01, 0.4)))))
        .isEqualTo(
            "Undecided: none of 2 arms changed average precision beyond chance; the"
                + " best change is −0.010 (95 % interval −0.030 to +0.010) by the vae arm (ratio"
                + " 0.1) with random-forest over 10 repeats; an effect below 0.0050 could not have"
                + " been seen, and one above 0.010 is not ruled out.");
  }

  @Test
  void equivalentIsSaidOfAllArmsOrOfSome() {
    List<PrimaryContrast> same =
        List.of(Facts.equivalent("mgs", 0.002), Facts.equivalent("vae", 0.001));
    Comparison all = Facts.comparison(same);
    assertThat(all.verdict()).isEqualTo(new Verdict.Equivalent(0.01));
    assertThat(Headline.of(all))
        .isEqualTo(
            "Equivalent: each of 2 arms changes average precision by less than 0.010, up or down;"
                + " the largest gain is +0.002 (95 % interval −0.018 to +0.022) by the mgs arm"
                + " (ratio 0.1) with random-forest over 10 repeats.");
    Comparison some =
        Facts.comparison(
            List.of(Facts.equivalent("mgs", 0.002), Facts.contrast("vae", -0.01, 0.4)));
    assertThat(some.verdict()).isInstanceOf(Verdict.Undecided.class);
    assertThat(Headline.of(some))
        .startsWith(
            "Undecided: none of 2 arms changed average precision beyond chance, and 1 of them"
                + " change it by less than 0.010, up or down (mgs, ratio 0.1); of the others, the"
                + " best change is −0.010");
  }

  /** The best of many arms is worth little where what is free does better. */
  @Test
  void aFreeRivalThatIsAheadIsNamedWhereNoArmIsAnUplift() {
    PrimaryContrast behind = beside("mgs", -0.03, 0.4, -0.04);
    PrimaryContrast lessBehind = beside("vae", 0.001, 0.4, -0.02);
    PrimaryContrast ahead = beside("gan", 0.002, 0.4, 0.003);
    assertThat(Headline.of(Facts.comparison(List.of(behind, lessBehind, ahead))))
        .startsWith("Undecided: ")
        .endsWith(
            ". Something free has the higher mean beside 2 of 3 arms: the vae arm (ratio 0.1) has"
                + " −0.020 (95 % interval −0.040 to +0.000) against smote.");
    assertThat(Headline.of(Facts.comparison(List.of(beside("mgs", -0.03, 0.01, -0.04), ahead))))
        .startsWith("Harm: ")
        .contains("none raised it. Something free has the higher mean beside 1 of 2 arms: the mgs");
    assertThat(Headline.of(Facts.comparison(List.of(ahead, ahead)))).doesNotContain("free");
    // an uplift's sentence has its own words for what is free
    assertThat(Headline.of(Facts.comparison(List.of(beside("mgs", 0.03, 0.01, -0.04), behind))))
        .startsWith("Uplift: ")
        .doesNotContain("Something free");
  }

  private static PrimaryContrast beside(String name, double mean, double p, double overSmote) {
    PrimaryContrast alone = Facts.contrast(name, mean, p);
    Arm smote = Arm.baseline("smote", new AugmentationPlan.Ratio(0.1));
    return new PrimaryContrast(
        alone.estimate(),
        alone.correctedP(),
        null,
        alone.detectable(),
        alone.testRare(),
        List.of(Facts.tested(alone.estimate().arm(), smote, overSmote, 0.3)),
        null,
        null);
  }

  @Test
  void nothingMeasuredIsUndecidedWithoutAChange() {
    PrimaryContrast empty =
        Facts.contrast(
            Facts.untested(
                Facts.VAE, null, new Untested.NotMeasured(new Unmeasured.OldSentence("no figure"))),
            null);
    assertThat(Headline.of(Facts.comparison(List.of(empty, empty))))
        .isEqualTo("Undecided: none of 2 arms changed average precision beyond chance.");
  }

  @Test
  void armsThatFailedAreNamed() {
    PrimaryContrast only = Facts.contrast("vae", 0.041, 0.012);
    assertThat(Headline.of(Facts.comparison(List.of(only), FAILED)))
        .isEqualTo(
            VerdictSentence.of(only)
                + " Not judged, since it could not be made in every repeat: gan, ratio 0.1.");
    assertThat(Headline.of(Facts.comparison(List.of(), FAILED)))
        .isEqualTo(
            "Undecided: no arm could be judged; gan, ratio 0.1 failed in 3 of 10"
                + " repeats: it diverged.");
  }

  @Test
  void theClauseIsTheSentenceWithoutItsTitle() {
    Comparison comparison = Facts.comparison(List.of(Facts.contrast("vae", -0.041, 0.012)));
    assertThat(Headline.of(comparison)).isEqualTo("Harm: " + Headline.clause(comparison));
  }
}
