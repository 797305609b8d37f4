package dev.synth.internal.report.wording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.report.wording.metric.FindingSentence;
import dev.synth.internal.report.wording.metric.SkipSentence;
import dev.synth.validate.Answer;
import dev.synth.validate.Answer.Looked;
import dev.synth.validate.Finding;
import dev.synth.validate.ValidationReport;
import dev.synth.validate.ValidationReport.MetricReport;

/**
 * The content of {@code validation.json}: what validation found, as facts. Words stand beside them
 * for people who read the file as it is: why a metric has no value, the message of each gate, each
 * answer's sentence, the words of each finding and the summary.
 */
public final class ValidationJson {
  private ValidationJson() {}

  /** Returns the file's text. */
  public static String write(ValidationReport report) {
    return Json.write(tree(report));
  }

  /** Returns the file's content as a tree. */
  public static ObjectNode tree(ValidationReport report) {
    ObjectNode json = (ObjectNode) Json.tree(report);
    for (int i = 0; i < report.answers().size(); i++) {
      Answer facts = report.answers().get(i);
      ObjectNode answer = (ObjectNode) json.path("answers").get(i);
      answer.set("looked", Json.tree(Looked.at(report.metrics(facts.question()))));
      answer.put("sentence", AnswerSentence.of(facts, report));
      String advice = AnswerSentence.advice(facts, report);
      if (!advice.isEmpty()) {
        answer.put("advice", advice);
      }
    }
    for (int i = 0; i < report.metrics().size(); i++) {
      MetricReport metric = report.metrics().get(i);
      put(json.path("metrics").get(i).path("gate"), metric);
      JsonNode readings = json.path("metrics").get(i).path("readings");
      for (int reading = 0; reading < metric.readings().size(); reading++) {
        ((ObjectNode) readings.get(reading))
            .put("why_none", SkipSentence.of(metric.readings().get(reading)));
      }
      int failed = report.failedGates().indexOf(metric.gate());
      if (failed >= 0) {
        put(json.path("failed_gates").get(failed), metric);
      }
    }
    json.path("metrics").findValues("findings").forEach(ValidationJson::say);
    ArrayNode summary = json.putArray("summary");
    ValidationSummary.of(report).forEach(summary::add);
    return json;
  }

  /** Adds its words to each finding, which has the facts alone. */
  private static void say(JsonNode findings) {
    for (JsonNode finding : findings) {
      Finding facts = Json.mapper().convertValue(finding, Finding.class);
      ((ObjectNode) finding).put("text", FindingSentence.of(facts));
    }
  }

  private static void put(JsonNode gate, MetricReport metric) {
    ((ObjectNode) gate).put("message", GateSentence.of(metric));
  }
}
