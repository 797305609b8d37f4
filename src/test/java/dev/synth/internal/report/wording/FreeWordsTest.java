package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.FreeBaselines;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreeWordsTest {
  @Test
  void everyAnswerHasItsWords() {
    assertThat(FreeWords.of(new FreeBaselines.NotAsked(List.of("oversample", "smote"))))
        .isEqualTo("not compared with oversample and smote");
    assertThat(FreeWords.of(new FreeBaselines.NoUplift()))
        .isEqualTo("no uplift against none to begin with");
    assertThat(
            FreeWords.of(new FreeBaselines.Better(List.of("class-weight", "oversample", "smote"))))
        .isEqualTo("better than each of class-weight, oversample, smote");
  }

  @Test
  void rivalsThatAreNotBeatenComeWithTheirP() {
    Arm smote = Arm.baseline("smote", new AugmentationPlan.Ratio(0.1));
    assertThat(
            FreeWords.of(
                new FreeBaselines.NotShown(
                    List.of(
                        Facts.tested(Facts.VAE, smote, 0.01, 0.2),
                        Facts.untested(Facts.VAE, 0.01, new Untested.OneRepeat())),
                    null)))
        .isEqualTo("not shown to be better than smote (p = 0.200) and none");
    assertThat(
            FreeWords.of(
                new FreeBaselines.NotShown(
                    List.of(Facts.tested(Facts.VAE, smote, 0.01, 0.03)), 0.06)))
        .isEqualTo("not shown to be better than smote (p = 0.030, for all arms together 0.060)");
    assertThat(
            FreeWords.of(
                new FreeBaselines.NotShown(
                    List.of(Facts.tested(Facts.VAE, smote, -0.02, 0.001)), null)))
        .isEqualTo("not shown to be better than smote (behind it by 0.020)");
  }
}
