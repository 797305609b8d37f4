package dev.synth.internal.report.wording;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.compare.AugmentationSummary;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.wording.metric.JsonWords;
import dev.synth.internal.report.wording.training.TrainingJson;

/**
 * The content of {@code augmentation.json}: what was done, and for people who read it as it is the
 * same in a sentence, the text of each warning, and what the figures are worth.
 */
public final class AugmentationJson {
  private AugmentationJson() {}

  /** Returns the file's text. */
  public static String write(AugmentationSummary summary) {
    ObjectNode facts = (ObjectNode) Json.tree(summary);
    JsonWords.add(facts);
    TrainingJson.addWarnings(facts);
    ObjectNode json = Json.mapper().createObjectNode();
    json.set("schema_version", facts.remove("schema_version"));
    json.put("sentence", AugmentationSentence.of(summary));
    json.setAll(facts);
    json.put("performance_note", AugmentationSentence.performance(summary));
    return Json.write(json);
  }
}
