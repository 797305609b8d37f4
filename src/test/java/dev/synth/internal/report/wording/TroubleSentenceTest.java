package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.compare.ArmTrouble;
import dev.synth.compare.TroubledArm;
import dev.synth.generate.TrainingWarning;
import dev.synth.split.RareRows;
import org.junit.jupiter.api.Test;

class TroubleSentenceTest {
  @Test
  void tellsTheArmHowOftenAndWhy() {
    assertThat(
            TroubleSentence.of(
                new TroubledArm(
                    Facts.VAE.withRareRows(new RareRows.AtMost(16)),
                    3,
                    10,
                    new ArmTrouble.Failure("it diverged"))))
        .isEqualTo("vae, ratio 0.1, 16 rare rows failed in 3 of 10 repeats: it diverged");
    assertThat(
            TroubleSentence.of(
                new TroubledArm(
                    Facts.VAE, 1, 2, new ArmTrouble.Warning(new TrainingWarning.Collapse(0.02)))))
        .isEqualTo(
            "vae, ratio 0.1 warned in 1 of 2 repeats: the model has collapsed: its draws have 2 %"
                + " of the real rows' variance; a smaller learning_rate or more steps may help");
  }
}
