package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.ThresholdRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigNamesTest {
  @Test
  void writesJavaNamesAsKeys() {
    assertThat(ConfigNames.snake("latentDimension")).isEqualTo("latent_dimension");
    assertThat(ConfigNames.kebab(ThresholdRule.MaxF1.class)).isEqualTo("max-f1");
    assertThat(new Variants(ThresholdRule.class).nameOf(ThresholdRule.MaxFBeta.class))
        .isEqualTo("max_f_beta");
  }

  @Test
  void suggestsWhatIsNearAndElseAllThereIs() {
    List<String> known = List.of("steps", "beta");

    assertThat(ConfigNames.suggestion("setps", known)).isEqualTo("; did you mean 'steps'?");
    assertThat(ConfigNames.suggestion("epoch", known)).isEqualTo("; known are steps, beta");
  }
}
