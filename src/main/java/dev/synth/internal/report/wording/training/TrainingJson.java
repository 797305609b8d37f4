package dev.synth.internal.report.wording.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.base.Json;

/**
 * The content of {@code training.json}: a training's facts, and for people who read it as it is the
 * text of each note and warning.
 */
public final class TrainingJson {
  private TrainingJson() {}

  /** Returns the file's text. */
  public static String write(TrainingLog log) {
    JsonNode json = Json.tree(log);
    for (int i = 0; i < log.notes().size(); i++) {
      TrainingNote note = log.notes().get(i);
      ((ObjectNode) json.path("notes").get(i)).put("text", TrainingNoteSentence.of(note));
    }
    addWarnings(json);
    return Json.write(json);
  }

  /** Adds its text to each of the warnings that an object has in {@code warnings}. */
  public static void addWarnings(JsonNode parent) {
    for (JsonNode warning : parent.path("warnings")) {
      TrainingWarning facts = Json.mapper().convertValue(warning, TrainingWarning.class);
      ((ObjectNode) warning).put("text", TrainingWarningSentence.of(facts));
    }
  }
}
