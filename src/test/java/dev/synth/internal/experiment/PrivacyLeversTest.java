package dev.synth.internal.experiment;

import static dev.synth.validate.PrivacyLever.ANOTHER_KIND;
import static dev.synth.validate.PrivacyLever.FEWER_STEPS;
import static dev.synth.validate.PrivacyLever.LATENT_NOISE;
import static dev.synth.validate.PrivacyLever.PRIOR_DRAWS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.generate.SmoteOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.generate.VaeOptions.Sampling;
import org.junit.jupiter.api.Test;

class PrivacyLeversTest {
  @Test
  void anAutoencoderIsToldWhatItDoesNotDoYet() {
    assertThat(PrivacyLevers.of(VaeOptions.defaults()))
        .contains(PRIOR_DRAWS, FEWER_STEPS, LATENT_NOISE);
    assertThat(PrivacyLevers.of(VaeOptions.defaults().withSampling(Sampling.PRIOR)))
        .contains(FEWER_STEPS)
        .doesNotContain(PRIOR_DRAWS, LATENT_NOISE);
  }

  @Test
  void rowsBetweenRealRowsStayBetweenThem() {
    assertThat(PrivacyLevers.of(SmoteOptions.defaults())).containsExactly(ANOTHER_KIND);
  }
}
