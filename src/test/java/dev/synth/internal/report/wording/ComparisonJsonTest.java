package dev.synth.internal.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.synth.compare.Comparison;
import dev.synth.compare.Untested;
import dev.synth.internal.base.Json;
import dev.synth.split.TestBlocks;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonJsonTest {
  private final Comparison comparison =
      Facts.comparison(
          List.of(Facts.contrast("vae", 0.041, 0.012), Facts.contrast("mgs", 0.004, 0.4)));

  @Test
  void sentencesStandBeforeTheFacts() {
    JsonNode json = ComparisonJson.tree(comparison);
    assertThat(keys(json)).startsWith("schema_version", "headline", "protocol", "repeats");
    assertThat(json.path("headline").asText()).isEqualTo(Headline.of(comparison));
    JsonNode contrast = json.path("primary").path(0);
    assertThat(keys(contrast))
        .containsExactly(
            "verdict",
            "sentence",
            "free_baselines",
            "estimate",
            "corrected_p",
            "equivalence",
            "detectable",
            "test_rare",
            "rivals",
            "in_use",
            "free");
    assertThat(contrast.path("sentence").asText())
        .isEqualTo(VerdictSentence.of(comparison.primary().getFirst()));
    assertThat(contrast.path("free_baselines"))
        .isEqualTo(
            Json.tree(new Free(null, "not compared with class-weight and oversample and smote")));
    assertThat(json.path("primary").path(1).path("verdict").asText()).isEqualTo("undecided");
  }

  private record Free(@Nullable Boolean beaten, String why) {}

  private static List<String> keys(JsonNode json) {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  @Test
  void theFactsReadBackAsTheyWere() throws IOException {
    String text = ComparisonJson.write(comparison);
    Comparison read = Json.mapper().readValue(text, Comparison.class);
    assertThat(read).isEqualTo(comparison);
    assertThat(ComparisonJson.write(read)).isEqualTo(text);
  }

  @Test
  void aNoteIsAReasonWithItsWords() throws IOException {
    Comparison few =
        Facts.comparison(
            List.of(
                Facts.contrast(
                    Facts.untested(
                        Facts.VAE, 0.3, new Untested.FewBlocks(6, TestBlocks.Unit.DAY, 8)),
                    null)));
    String text = ComparisonJson.write(few);
    JsonNode note = Json.mapper().readTree(text).at("/primary/0/estimate/note");
    assertThat(note)
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"reason": "few_blocks", "blocks": 6, "unit": "day", "fewest": 8,
                     "text": "6 test days are descriptive only, a verdict takes 8"}\
                    """));
    assertThat(Json.mapper().readValue(text, Comparison.class)).isEqualTo(few);
  }
}
