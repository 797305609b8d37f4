package dev.synth.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.demo.TransactionSimulator;
import dev.synth.table.Schema;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configs that people start from. */
class ShippedConfigsTest {
  @ParameterizedTest
  @ValueSource(strings = {"vae", "gan", "smote", "creditcard", "mixed-types"})
  void loadUnderTheirOwnName(String name) {
    ExperimentConfig config = load(name);

    assertThat(config.name()).isEqualTo(name);
    assertThat(config.evaluation()).isNotNull();
    assertThat(ConfigLoader.parse(ConfigLoader.resolved(config), "resolved", List.of()))
        .isEqualTo(config);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vae", "gan", "smote", "mixed-types"})
  void nameColumnsThatTheSimulatorHas(String name) {
    ExperimentConfig config = load(name);
    Schema schema = TransactionSimulator.schema();

    List<String> named =
        Stream.of(
                config.data().exclude().stream(),
                config.data().types().keySet().stream(),
                Stream.ofNullable(config.data().time()),
                Stream.ofNullable(config.data().group()),
                Stream.of(config.data().label()))
            .flatMap(names -> names)
            .toList();

    assertThat(schema.names()).containsAll(named);
  }

  @Test
  void theMainJobNeedsNoDownload() {
    assertThat(load("vae").data().isDemo()).isTrue();
  }

  private static ExperimentConfig load(String name) {
    return ConfigLoader.load(Path.of("configs", name + ".yaml"), List.of());
  }
}
