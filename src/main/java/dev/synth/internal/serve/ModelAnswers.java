package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Version;
import dev.synth.internal.bundle.FeatureColumn;
import dev.synth.internal.bundle.Scores;
import dev.synth.table.ColumnType;
import java.util.ArrayList;
import java.util.List;

/** The bodies of answers about models and scores. */
final class ModelAnswers {
  private static final List<String> OUTPUTS = List.of("score", "probability", "decision");

  private ModelAnswers() {}

  /** Describes the server, as the Open Inference Protocol has it. */
  static ObjectNode server() {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("name", "synth");
    json.put("version", Version.text());
    json.putArray("extensions").add("null_is_missing");
    return json;
  }

  /** Describes a model, as the Open Inference Protocol has it. */
  static ObjectNode model(ServedModel model) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("name", model.name());
    json.putArray("versions").add(model.version());
    json.put("platform", "synth");
    ArrayNode inputs = json.putArray("inputs");
    for (FeatureColumn feature : model.bundle().contract().features()) {
      tensor(inputs, feature.column().name(), datatype(feature));
    }
    ArrayNode outputs = json.putArray("outputs");
    OUTPUTS.forEach(each -> tensor(outputs, each, outputType(each)));
    ObjectNode parameters = json.putObject("parameters");
    parameters.put("threshold", model.threshold());
    parameters.put("arm", model.bundle().facts().arm());
    parameters.put("classifier", model.bundle().facts().classifier());
    return json;
  }

  private static void tensor(ArrayNode list, String name, String type) {
    list.addObject().put("name", name).put("datatype", type).putArray("shape").add(-1);
  }

  private static String datatype(FeatureColumn feature) {
    return switch (feature.column().type()) {
      case ColumnType.Numeric numeric -> "FP64";
      case ColumnType.Categorical categorical -> "BYTES";
      case ColumnType.Timestamp timestamp -> "BYTES";
      case ColumnType.TimeOfDay time -> "BYTES";
      case ColumnType.Identifier identifier -> "BYTES";
    };
  }

  private static String outputType(String output) {
    return output.equals("decision") ? "INT64" : "FP64";
  }

  /**
   * Answers an inference request.
   *
   * @param request what was asked; {@code outputs} may name some of the outputs
   */
  static ObjectNode inference(ServedModel.Scored scored, JsonNode request) {
    List<String> wanted = new ArrayList<>();
    for (JsonNode each : request.path("outputs")) {
      String name = each.path("name").asText();
      if (!OUTPUTS.contains(name)) {
        throw BadRequest.body(
            "there is no output '%s'; the outputs are %s", name, String.join(", ", OUTPUTS));
      }
      wanted.add(name);
    }
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("model_name", scored.model().name());
    json.put("model_version", scored.model().version());
    if (request.path("id").isTextual()) {
      json.put("id", request.path("id").textValue());
    }
    json.putObject("parameters").put("threshold", scored.model().threshold());
    ArrayNode outputs = json.putArray("outputs");
    for (String name : wanted.isEmpty() ? OUTPUTS : wanted) {
      ObjectNode output = outputs.addObject().put("name", name).put("datatype", outputType(name));
      output.putArray("shape").add(scored.scores().scores().length);
      fill(output.putArray("data"), name, scored.scores());
    }
    return json;
  }

  private static void fill(ArrayNode data, String name, Scores scores) {
    for (int row = 0; row < scores.scores().length; row++) {
      switch (name) {
        case "score" -> data.add(scores.scores()[row]);
        case "probability" -> data.add(scores.probabilities()[row]);
        default -> data.add(scores.alerts()[row] ? 1 : 0);
      }
    }
  }

  /** Answers MLflow's {@code /invocations}. */
  static ObjectNode predictions(ServedModel.Scored scored) {
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode predictions = json.putArray("predictions");
    Scores scores = scored.scores();
    for (int row = 0; row < scores.scores().length; row++) {
      predictions
          .addObject()
          .put("score", scores.scores()[row])
          .put("probability", scores.probabilities()[row])
          .put("decision", scores.alerts()[row] ? 1 : 0);
    }
    json.put("threshold", scored.model().threshold());
    json.put("model_version", scored.model().version());
    return json;
  }
}
