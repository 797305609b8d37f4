package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.generate.VaeOptions;
import dev.synth.table.ColumnType;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Values that are given beside a config. */
class OverridesTest {
  @Test
  void overridesChangeAnyKey() {
    ExperimentConfig config =
        ConfigLoader.parse(
            SmallConfig.DATA + "augmentation: {ratio: 1}\nevaluation: {repeats: 10}",
            "c.yaml",
            List.of(
                "data.source=/path with = signs",
                "evaluation.repeats=1",
                "generator.steps=500",
                "data.types.amount={type: numeric, min: 0}",
                "rules=[\"amount > 0\"]",
                "generate.rows=10_000",
                "data.positive=yes"));

    assertThat(config.data().source()).isEqualTo("/path with = signs");
    assertThat(Objects.requireNonNull(config.evaluation()).repeats()).isEqualTo(1);
    assertThat(((VaeOptions) config.generator()).steps()).isEqualTo(500);
    assertThat(config.data().types())
        .containsEntry("amount", new ColumnType.Numeric(null, 0.0, null));
    assertThat(config.rules()).containsExactly("amount > 0");
    assertThat(config.generate().rows()).isEqualTo(10_000);
    assertThat(config.data().positive()).containsExactly("yes");
  }

  @Test
  void anOverrideCanTakeAValueAway() {
    ExperimentConfig config =
        ConfigLoader.parse(
            SmallConfig.DATA + "augmentation: {ratio: 1}\nevaluation: {}",
            "c.yaml",
            List.of("evaluation="));

    assertThat(config.evaluation()).isNull();
  }

  @Test
  void problemsOfOverridesAreMarkedAsSuch() {
    assertThatThrownBy(
            () ->
                ConfigLoader.parse(
                    SmallConfig.DATA,
                    "c.yaml",
                    List.of("generator.step=4", "x", "data.source.y=1", "generator.beta=-1")))
        .isInstanceOf(Problem.class)
        .hasMessage(
            """
            4 problems in c.yaml:
              overrides 'x': must be key=value, such as generator.steps=500
              overrides data.source.y: 'data.source' is 'demo' and has no keys
              overrides generator.step: unknown key; did you mean 'steps'?
              overrides generator.beta: must be at least 0 and finite, but is -1.0\
            """);
  }

  @Test
  void keysOfAQueryAreNamedWhereTheyWereWritten() {
    String block = "data: {source: {jdbc: 'jdbc:x:y', %s}, label: l, positive: 1}";
    assertThatThrownBy(() -> SmallConfig.parse(block.replace("%s", "query: select 1, passwd: x")))
        .hasMessageContaining("data.source.passwd: unknown key");
    assertThatThrownBy(() -> SmallConfig.parse(block.replace("%s", "driver_path: d.jar")))
        .hasMessageContaining("data.source.query: must be given");
  }
}
