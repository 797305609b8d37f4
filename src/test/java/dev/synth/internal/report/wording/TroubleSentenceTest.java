package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.TroubledArm;
import dev.synth.split.RareRows;
import org.junit.jupiter.api.Test;

class TroubleSentenceTest {
  @Test
  void tellsTheArmHowOftenAndWhy() {
    assertThat(
            TroubleSentence.of(
                new TroubledArm(
                    Facts.VAE.withRareRows(new RareRows.AtMost(16)), true, 3, 10, "it diverged")))
        .isEqualTo("vae, ratio 0.1, 16 rare rows failed in 3 of 10 repeats: it diverged");
    assertThat(TroubleSentence.of(new TroubledArm(Facts.VAE, false, 1, 2, "little spread")))
        .isEqualTo("vae, ratio 0.1 warned in 1 of 2 repeats: little spread");
  }
}
