package dev.synth.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.internal.base.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionTest {
  static Stream<Addition> additions() {
    return Stream.of(
        Addition.NOTHING,
        Addition.AS_SELECTED,
        new Addition.Planned(new AugmentationPlan.Ratio(0.1), Labels.HARD),
        new Addition.Planned(new AugmentationPlan.Ratio(1), Labels.SOFT),
        new Addition.Planned(new AugmentationPlan.Multiply(1e-5), Labels.HARD),
        new Addition.Planned(new AugmentationPlan.Rows(2000), Labels.HARD));
  }

  @ParameterizedTest
  @MethodSource("additions")
  void textAndJsonReadBackAsTheyWere(Addition addition) throws JsonProcessingException {
    assertThat(Addition.parse(addition.text())).isEqualTo(addition);
    Arm arm = new Arm("vae", addition, Arm.NONE.rareRows(), Arm.Role.GENERATOR);
    assertThat(Json.tree(arm).path("plan").textValue()).isEqualTo(addition.text());
    assertThat(Json.mapper().readValue(Json.write(arm), Arm.class)).isEqualTo(arm);
  }

  @Test
  void textsAreThoseOfTables() {
    assertThat(additions().map(Addition::text))
        .containsExactly(
            "",
            "as selected",
            "ratio 0.1",
            "ratio 1.0, soft labels",
            "multiply 1.0E-5",
            "rows 2000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ratio", "ratio 0.1 ", "ratio 1e5e", "rows 1.5", "odds 0.1", "ratio 11"})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> Addition.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
