package dev.synth.internal.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Version;
import dev.synth.internal.bundle.FeatureColumn;
import dev.synth.table.ColumnType;

/** The OpenAPI 3.0 description of a server. */
final class OpenApi {
  private OpenApi() {}

  static ObjectNode of(ServedModel model) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("openapi", "3.0.3");
    json.putObject("info").put("title", "synth serve").put("version", Version.text());
    ObjectNode paths = json.putObject("paths");
    String name = "/v2/models/" + model.name();
    get(paths, "/v2", "The server.");
    get(paths, "/v2/health/live", "Whether the server runs.");
    get(paths, "/v2/health/ready", "Whether it takes requests.");
    get(paths, name, "The model: its inputs, outputs and threshold.");
    get(paths, name + "/ready", "Whether the model takes requests.");
    post(paths, name + "/infer", "Scores rows: one tensor a column.", "InferenceRequest");
    get(paths, "/ping", "Whether the server runs (MLflow).");
    get(paths, "/version", "The version of synth (MLflow).");
    post(paths, "/invocations", "Scores rows of a data frame (MLflow).", "Invocations");
    get(paths, "/metrics", "Counters for Prometheus.");
    post(paths, "/admin/reload", "Reads the model's folder again.", null);
    ObjectNode components = json.putObject("components");
    ObjectNode schemas = components.putObject("schemas");
    schemas.set("InferenceRequest", inferenceRequest());
    schemas.set("Invocations", invocations());
    schemas.set("Row", row(model));
    schemas.set("Error", error());
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    return json;
  }

  private static ObjectNode operation(ObjectNode paths, String path, String method, String what) {
    ObjectNode operation = paths.putObject(path).putObject(method).put("summary", what);
    ObjectNode responses = operation.putObject("responses");
    responses.putObject("200").put("description", "Done.");
    responses
        .putObject("default")
        .put("description", "One sentence that says what is wrong, and where.")
        .putObject("content")
        .putObject("application/json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Error");
    return operation;
  }

  private static void get(ObjectNode paths, String path, String what) {
    operation(paths, path, "get", what);
  }

  private static void post(
      ObjectNode paths,
      String path,
      String what,
      @org.jspecify.annotations.Nullable String schema) {
    ObjectNode operation = operation(paths, path, "post", what);
    if (schema != null) {
      ObjectNode explain = operation.putArray("parameters").addObject();
      explain.put("name", "explain").put("in", "query");
      explain.put("description", "Names so many columns that moved a row's score.");
      explain.set("schema", type("integer").put("minimum", 0).put("maximum", 100));
      ObjectNode content =
          operation.putObject("requestBody").put("required", true).putObject("content");
      content
          .putObject("application/json")
          .putObject("schema")
          .put("$ref", "#/components/schemas/" + schema);
      if (schema.equals("Invocations")) {
        content.putObject("text/csv").putObject("schema").put("type", "string");
      }
    }
  }

  private static ObjectNode type(String type) {
    return Json.mapper().createObjectNode().put("type", type);
  }

  private static ObjectNode error() {
    ObjectNode error = type("object");
    error.putObject("properties").set("error", type("string"));
    required(error, "error");
    return error;
  }

  private static ObjectNode inferenceRequest() {
    ObjectNode tensor = type("object");
    ObjectNode fields = tensor.putObject("properties");
    fields.set("name", type("string"));
    fields.set("datatype", type("string"));
    fields.set("shape", type("array").set("items", type("integer")));
    fields.set("data", type("array").set("items", Json.mapper().createObjectNode()));
    required(tensor, "name", "datatype", "shape", "data");
    ObjectNode request = type("object");
    ObjectNode own = request.putObject("properties");
    own.set("id", type("string"));
    own.set("inputs", type("array").set("items", tensor));
    required(request, "inputs");
    return request;
  }

  private static void required(ObjectNode schema, String... names) {
    ArrayNode list = schema.putArray("required");
    for (String name : names) {
      list.add(name);
    }
  }

  private static ObjectNode invocations() {
    ObjectNode split = type("object");
    split.putObject("properties").set("columns", type("array").set("items", type("string")));
    ObjectNode rows = type("array");
    rows.set("items", type("array").set("items", Json.mapper().createObjectNode()));
    ((ObjectNode) split.get("properties")).set("data", rows);
    ObjectNode body = type("object");
    ObjectNode fields = body.putObject("properties");
    fields.set("dataframe_split", split);
    ObjectNode reference = Json.mapper().createObjectNode().put("$ref", "#/components/schemas/Row");
    fields.set("dataframe_records", type("array").set("items", reference));
    return body;
  }

  private static ObjectNode row(ServedModel model) {
    ObjectNode row = type("object");
    ObjectNode fields = row.putObject("properties");
    for (FeatureColumn feature : model.bundle().contract().features()) {
      boolean isNumber = feature.column().type() instanceof ColumnType.Numeric;
      ObjectNode own = type(isNumber ? "number" : "string").put("nullable", true);
      if (!feature.levels().isEmpty()) {
        own.set("enum", Json.tree(feature.levels()));
        ((ArrayNode) own.get("enum")).addNull();
      }
      fields.set(feature.column().name(), own);
    }
    return row;
  }
}
