package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.AugmentationSummary;
import dev.synth.compare.AugmentationSummary.Performance;
import dev.synth.compare.AugmentationSummary.Rows;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AugmentationJsonTest {
  private static AugmentationSummary summary(@Nullable Performance performance) {
    return new AugmentationSummary(
        AugmentationSummary.SCHEMA_VERSION,
        Facts.VAE,
        "auto",
        null,
        new Rows(12_000, 98, 1234),
        "synthetic",
        null,
        null,
        "random-forest",
        Facts.VAE,
        42,
        List.of(),
        List.of(new TrainingWarning.OldSentence("a \"quoted\" <warning>")),
        performance);
  }

  @Test
  void wordsStandAroundTheFacts() throws IOException {
    AugmentationSummary summary = summary(new Performance(2000, 98, List.of()));
    JsonNode json = Json.mapper().readTree(AugmentationJson.write(summary));
    List<String> keys = json.properties().stream().map(Map.Entry::getKey).toList();
    assertThat(keys).startsWith("schema_version", "sentence", "arm").endsWith("performance_note");
    assertThat(json.path("sentence").asText()).isEqualTo(AugmentationSentence.of(summary));
    assertThat(json.path("performance_note").asText())
        .isEqualTo(AugmentationSentence.performance(summary));
    assertThat(json.at("/rows/synthetic").asInt()).isEqualTo(1234);
  }

  @Test
  void theFactsReadBackAsTheyWere() throws IOException {
    for (AugmentationSummary summary :
        List.of(summary(null), summary(new Performance(2000, 98, List.of())))) {
      String text = AugmentationJson.write(summary);
      assertThat(Json.mapper().readValue(text, AugmentationSummary.class)).isEqualTo(summary);
    }
  }
}
