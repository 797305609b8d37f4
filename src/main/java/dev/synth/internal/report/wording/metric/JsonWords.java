package dev.synth.internal.report.wording.metric;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.evaluate.ThresholdFallback;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.base.Json;

/**
 * The words that stand beside facts in JSON, for people who read a file as it is: {@code text} in
 * each reason why a figure is missing or a threshold is not what its rule asked for.
 */
public final class JsonWords {
  private JsonWords() {}

  /** Returns a record's text, with the words in it. */
  public static String write(Object facts) {
    return Json.write(tree(facts));
  }

  /** Returns a record as a tree, with the words in it. */
  public static JsonNode tree(Object facts) {
    JsonNode tree = Json.tree(facts);
    add(tree);
    return tree;
  }

  /** Adds the words to a tree. */
  public static void add(JsonNode tree) {
    for (JsonNode parent : tree.findParents("skipped")) {
      if (parent.get("skipped") instanceof ObjectNode why) {
        why.put("text", UnmeasuredWords.of(Json.mapper().convertValue(why, Unmeasured.class)));
      }
    }
    for (JsonNode all : tree.findValues("threshold_fallbacks")) {
      for (JsonNode why : all) {
        ThresholdFallback facts = Json.mapper().convertValue(why, ThresholdFallback.class);
        ((ObjectNode) why).put("text", FallbackWords.of(facts));
      }
    }
  }
}
