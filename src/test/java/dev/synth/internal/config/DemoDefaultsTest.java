package dev.synth.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.synth.base.Problem;
import dev.synth.config.ExperimentConfig;
import dev.synth.table.DataOptions;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoDefaultsTest {
  /** The demo's columns as the shipped configs named them before they were known. */
  private static final String WRITTEN_OUT =
      "data: {source: demo, label: fraud, positive: 1, exclude: [transaction_id], time: timestamp,"
          + " group: card_id}";

  @Test
  void theSourceAloneIsEnough() {
    ExperimentConfig config = parse("data: {source: demo}");

    assertThat(config).isEqualTo(parse(WRITTEN_OUT));
    assertThat(ConfigLoader.resolved(config)).contains("label: fraud", "group: card_id");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vae", "gan", "smote", "forest", "diffusion", "evaluate", "compare"})
  void theShippedConfigsStandForWhatTheyWroteOut(String name) {
    DataOptions data = ConfigLoader.load(Path.of("configs", name + ".yaml"), List.of()).data();

    assertThat(data.withDemoRows(null).withDemoFrauds(null)).isEqualTo(parse(WRITTEN_OUT).data());
  }

  @Test
  void theDemoHasAsManyRowsAsTheConfigSays() {
    assertThat(parse("data: {source: demo, demo_rows: 80000}").data().demoRows()).isEqualTo(80_000);
    assertThatThrownBy(() -> parse("data: {source: demo, demo_rows: 999}"))
        .hasMessageContaining("data.demo_rows: must be at least 1000, but is 999");
    assertThatThrownBy(() -> parse("data: {source: demo, demo_frauds: 0.2}"))
        .hasMessageContaining("data.demo_frauds: must be above 0 and at most 0.1, but is 0.2");
  }

  @Test
  void aKeyThatIsThereWins() {
    DataOptions data = parse("data: {source: demo, time: null, exclude: [night]}").data();

    assertThat(data.time()).isNull();
    assertThat(data.exclude()).containsExactly("night");
    assertThat(data.group()).isEqualTo("card_id");
  }

  @Test
  void aConfigWithLabelAndPositiveMeansWhatItMeant() {
    DataOptions data = parse("data: {source: demo, label: fraud, positive: 1}").data();

    assertThat(data.time()).isNull();
    assertThat(data.group()).isNull();
    assertThat(data.exclude()).isEmpty();
  }

  @Test
  void theCommandLineMayNameTheDemoOrAFile() {
    assertThat(ConfigLoader.parse("", "none", List.of("data.source=demo")))
        .isEqualTo(parse(WRITTEN_OUT));
    assertThatThrownBy(
            () -> ConfigLoader.parse("data: {source: demo}", "demo", List.of("data.source=a.csv")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("data.label: must be given");
  }

  private static ExperimentConfig parse(String yaml) {
    return ConfigLoader.parse(yaml, "test.yaml", List.of());
  }
}
