package dev.synth.internal.report.wording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.compare.Comparison;
import dev.synth.compare.FreeBaselines;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Untested;
import dev.synth.internal.base.Json;
import dev.synth.internal.compare.Diagnostics;
import dev.synth.internal.report.wording.metric.JsonWords;

/**
 * The content of {@code comparison.json}: a comparison's facts, and for people who read it as it is
 * the headline, each primary contrast's sentence and standing beside the free baselines, and the
 * words of each reason and trouble.
 */
public final class ComparisonJson {
  private ComparisonJson() {}

  /** Returns the file's text. */
  public static String write(Comparison comparison) {
    return Json.write(tree(comparison));
  }

  /** Returns the text of what stands beside a comparison. */
  public static String write(Diagnostics description) {
    return Json.write(tree(description));
  }

  /** Returns what stands beside a comparison as a tree. */
  public static JsonNode tree(Diagnostics description) {
    JsonNode facts = JsonWords.tree(description);
    facts.findParents("note").forEach(ComparisonJson::say);
    return facts;
  }

  /** Returns the file's content as a tree. */
  public static JsonNode tree(Comparison comparison) {
    ObjectNode facts = (ObjectNode) Json.tree(comparison);
    ArrayNode contrasts = Json.mapper().createArrayNode();
    for (int i = 0; i < comparison.primary().size(); i++) {
      ObjectNode own = (ObjectNode) facts.path("primary").get(i);
      contrasts.add(contrast(comparison, comparison.primary().get(i), own));
    }
    facts.set("primary", contrasts);
    JsonWords.add(facts);
    facts.findParents("note").forEach(ComparisonJson::say);
    for (int i = 0; i < comparison.troubles().size(); i++) {
      ((ObjectNode) facts.path("troubles").get(i))
          .put("sentence", TroubleSentence.cause(comparison.troubles().get(i).cause()));
    }
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("schema_version", facts.remove("schema_version"));
    json.put("headline", Headline.of(comparison));
    return json.setAll(facts);
  }

  /** Adds its words to a note, which has the reason alone. */
  private static void say(JsonNode parent) {
    if (parent.get("note") instanceof ObjectNode note) {
      note.put("text", UntestedWords.of(Json.mapper().convertValue(note, Untested.class)));
    }
  }

  private static ObjectNode contrast(
      Comparison comparison, PrimaryContrast contrast, ObjectNode facts) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("verdict", facts.remove("verdict"));
    json.put("sentence", VerdictSentence.of(contrast));
    if (contrast.inUse() != null) {
      json.put(
          "in_words",
          UseSentence.of(contrast.inUse(), comparison.protocol(), comparison.repeats().size()));
    }
    FreeBaselines free = contrast.freeBaselines();
    ObjectNode beside =
        json.putObject("free_baselines")
            .put("beaten", free.beaten())
            .put("why", FreeWords.of(free));
    contrast
        .freeEnsembles()
        .ifPresent(
            ensembles ->
                beside
                    .putObject("ensembles")
                    .put("beaten", ensembles.beaten())
                    .put("why", FreeWords.of(ensembles)));
    json.setAll(facts);
    return json;
  }
}
