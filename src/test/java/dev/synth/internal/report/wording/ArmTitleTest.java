package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.Arm;
import dev.synth.split.RareRows;
import org.junit.jupiter.api.Test;

class ArmTitleTest {
  @Test
  void hasThePlanAndATrainingSizeThatIsNotAll() {
    assertThat(ArmTitle.of(Arm.NONE)).isEqualTo("none");
    assertThat(ArmTitle.of(Facts.VAE)).isEqualTo("vae, ratio 0.1");
    assertThat(ArmTitle.of(Facts.VAE.withRareRows(new RareRows.AtMost(16))))
        .isEqualTo("vae, ratio 0.1, 16 rare rows");
  }
}
