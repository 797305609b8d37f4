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
  private static final String PROPENSITY = "propensity";
  private static final List<String> OUTPUTS = List.of("score", "probability", "decision");
  private static final List<String> WITH_PROPENSITY =
      List.of("score", "probability", "decision", PROPENSITY);

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
  static ObjectNode model(ServedModel model, Exploration exploration) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("name", model.name());
    json.putArray("versions").add(model.version());
    json.put("platform", "synth");
    ArrayNode inputs = json.putArray("inputs");
    for (FeatureColumn feature : model.bundle().contract().features()) {
      tensor(inputs, feature.column().name(), datatype(feature));
    }
    ArrayNode outputs = json.putArray("outputs");
    outputs(exploration).forEach(each -> tensor(outputs, each, outputType(each)));
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

  private static List<String> outputs(Exploration exploration) {
    return exploration.isOn() ? WITH_PROPENSITY : OUTPUTS;
  }

  /** Refuses an inference request that asks for an output which there is not. */
  static void requireOutputs(JsonNode request, Exploration exploration) {
    List<String> known = outputs(exploration);
    for (JsonNode each : request.path("outputs")) {
      String name = each.path("name").asText();
      if (!known.contains(name)) {
        throw BadRequest.body(
            "there is no output '%s'; the outputs are %s", name, String.join(", ", known));
      }
    }
  }

  /**
   * Answers an inference request.
   *
   * @param request what was asked; {@code outputs} may name some of the outputs
   */
  static ObjectNode inference(Decisions decisions, JsonNode request) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("model_name", decisions.model().name());
    json.put("model_version", decisions.model().version());
    if (request.path("id").isTextual()) {
      json.put("id", request.path("id").textValue());
    }
    json.putObject("parameters").put("threshold", decisions.model().threshold());
    ArrayNode outputs = json.putArray("outputs");
    List<String> wanted = new ArrayList<>();
    request.path("outputs").forEach(each -> wanted.add(each.path("name").asText()));
    for (String name : wanted.isEmpty() ? outputs(decisions.exploration()) : wanted) {
      ObjectNode output = outputs.addObject().put("name", name).put("datatype", outputType(name));
      output.putArray("shape").add(decisions.count());
      fill(output.putArray("data"), name, decisions);
    }
    return json;
  }

  private static void fill(ArrayNode data, String name, Decisions decisions) {
    for (int row = 0; row < decisions.count(); row++) {
      switch (name) {
        case "score" -> data.add(decisions.scores().scores()[row]);
        case "probability" -> data.add(decisions.scores().probabilities()[row]);
        case PROPENSITY -> data.add(decisions.propensity(row));
        default -> data.add(decisions.blocked()[row] ? 1 : 0);
      }
    }
  }

  /** Answers MLflow's {@code /invocations}. */
  static ObjectNode predictions(Decisions decisions) {
    ObjectNode json = Json.mapper().createObjectNode();
    ArrayNode predictions = json.putArray("predictions");
    Scores scores = decisions.scores();
    for (int row = 0; row < decisions.count(); row++) {
      ObjectNode prediction =
          predictions
              .addObject()
              .put("score", scores.scores()[row])
              .put("probability", scores.probabilities()[row])
              .put("decision", decisions.blocked()[row] ? 1 : 0);
      if (decisions.exploration().isOn()) {
        prediction.put(PROPENSITY, decisions.propensity(row));
      }
    }
    json.put("threshold", decisions.model().threshold());
    json.put("model_version", decisions.model().version());
    return json;
  }
}
