package dev.synth.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.evaluate.ThresholdRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  // By hand: letters inserted, removed, replaced, or exchanged with their neighbour.
  @ParameterizedTest
  @CsvSource({
    "steps, steps, 0",
    "step, steps, 1",
    "setps, steps, 1",
    "stops, steps, 1",
    "'', steps, 5",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void countsSlipsOfThePen(String from, String to, int distance) {
    assertThat(Names.distance(from, to)).isEqualTo(distance);
    assertThat(Names.distance(to, from)).isEqualTo(distance);
  }

  @Test
  void writesJavaNamesAsKeys() {
    assertThat(Names.snake("latentDimension")).isEqualTo("latent_dimension");
    assertThat(Names.kebab(ThresholdRule.MaxF1.class)).isEqualTo("max-f1");
    assertThat(new Variants(ThresholdRule.class).nameOf(ThresholdRule.MaxFBeta.class))
        .isEqualTo("max_f_beta");
  }

  @Test
  void suggestsWhatIsNearAndElseAllThereIs() {
    List<String> known = List.of("steps", "beta");

    assertThat(Names.suggestion("setps", known)).isEqualTo("; did you mean 'steps'?");
    assertThat(Names.suggestion("epoch", known)).isEqualTo("; known are steps, beta");
  }
}
