package dev.synth.internal.generate.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.base.Kinds;
import dev.synth.generate.GeneratorContractTest;
import dev.synth.generate.GeneratorOptions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorsTest {
  static Stream<GeneratorOptions> kinds() {
    return GeneratorContractTest.kinds();
  }

  @Test
  void everyKindKeepsItsName() {
    // As docs/generators.md has them: configs, saved models and random streams depend on them.
    assertThat(Kinds.of(GeneratorOptions.class).keySet())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "vae",
                "gan",
                "dl4j-vae",
                "diffusion",
                "forest",
                "oversample",
                "shuffle",
                "smote",
                "smote-nc",
                "borderline-smote",
                "adasyn",
                "mgs",
                "copula"));
  }

  @Test
  void everyPermittedClassIsUnderTheContract() {
    assertThat(kinds().map(Object::getClass).distinct())
        .containsExactlyInAnyOrder(GeneratorOptions.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyPermittedClassIsRegisteredUnderItsName(GeneratorOptions options) {
    assertThat(Generators.kind(options).name()).isEqualTo(options.kind());
  }
}
