package dev.synth.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.synth.internal.config.ConfigLoader;
import dev.synth.internal.demo.TransactionSimulator;
import dev.synth.table.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configs that people start from. */
class ShippedConfigsTest {
  static List<String> shipped() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("configs"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  /** Those whose data the simulator makes, in memory or as a file. */
  static List<String> simulated() throws IOException {
    return shipped().stream().filter(name -> !name.equals("creditcard")).toList();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void loadUnderTheirOwnName(String name) {
    ExperimentConfig config = load(name);

    assertThat(config.name()).isEqualTo(name);
    assertThat(config.evaluation()).isNotNull();
    assertThat(ConfigLoader.parse(ConfigLoader.resolved(config), "resolved", List.of()))
        .isEqualTo(config);
  }

  @ParameterizedTest
  @MethodSource("simulated")
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
