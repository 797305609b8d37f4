package dev.synth.internal.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Problem;
import dev.synth.internal.base.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The runs of one experiment on an MLflow server. */
final class MlflowRuns {
  /** The most that servers take at once. */
  private static final int PARAMETERS_AT_ONCE = 100;

  private static final int METRICS_AT_ONCE = 1000;

  /** Lets the pages of MLflow 3 show runs of a training, and not those of a chat. */
  private static final String KIND = "mlflow.experimentKind";

  private static final String TRAINING = "custom_model_development";
  private static final String THROUGH_SERVER = "mlflow-artifacts:";

  private final MlflowServer server;
  private final String experiment;

  private MlflowRuns(MlflowServer server, String experiment) {
    this.server = server;
    this.experiment = experiment;
  }

  /**
   * A run on the server.
   *
   * @param id its id
   * @param artifacts the address of its files
   */
  record Handle(String id, String artifacts) {
    /**
     * Returns the place of its files below the server's root; empty where the server does not take
     * files for its store.
     */
    Optional<String> place() {
      return artifacts.startsWith(THROUGH_SERVER)
          ? Optional.of(
              artifacts
                  .substring(THROUGH_SERVER.length())
                  .replaceFirst("^//[^/]*", "")
                  .replaceFirst("^/+", ""))
          : Optional.empty();
    }
  }

  /** The end of a run. */
  enum Status {
    FINISHED,
    FAILED,
    KILLED
  }

  /** Opens an experiment; makes it where there is none. */
  static MlflowRuns of(MlflowServer server, String name) {
    Optional<JsonNode> found = find(server, name);
    if (found.isEmpty()) {
      ObjectNode body = Json.mapper().createObjectNode().put("name", name);
      addTag(body.putArray("tags"), KIND, TRAINING);
      try {
        return new MlflowRuns(
            server, server.post("experiments/create", body).path("experiment_id").asText());
      } catch (Problem e) {
        found = find(server, name); // another process may have made it meanwhile
        if (found.isEmpty()) {
          throw e;
        }
      }
    }
    JsonNode experiment = found.get().path("experiment");
    if (experiment.path("lifecycle_stage").asText().equals("deleted")) {
      throw Problem.environment(
          "the experiment '%s' is deleted on the MLflow server; restore it, or name another", name);
    }
    return new MlflowRuns(server, experiment.path("experiment_id").asText());
  }

  private static Optional<JsonNode> find(MlflowServer server, String name) {
    return server.find("experiments/get-by-name", Map.of("experiment_name", name));
  }

  /** Returns the page of a run. */
  String page(String id) {
    return server.page("experiments/" + experiment + "/runs/" + id);
  }

  /** Returns a finished run that has a tag of this value, if there is one. */
  Optional<String> finished(String tag, String value) {
    ObjectNode body = Json.mapper().createObjectNode().put("max_results", 1);
    body.putArray("experiment_ids").add(experiment);
    body.put("filter", "tags.`" + tag + "` = '" + value + "' and attributes.status = 'FINISHED'");
    JsonNode run = server.post("runs/search", body).path("runs").path(0);
    String id = run.path("info").path("run_id").asText();
    return id.isEmpty() ? Optional.empty() : Optional.of(id);
  }

  /**
   * Makes a run with its tags.
   *
   * @param start when it began, in milliseconds since 1970
   * @param further tags beside the record's own
   */
  Handle create(RunRecord record, long start, Map<String, String> further) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("experiment_id", experiment);
    body.put("run_name", record.name());
    body.put("start_time", start);
    ArrayNode tags = body.putArray("tags");
    addTag(tags, "mlflow.runName", record.name());
    record.tags().forEach((key, value) -> addTag(tags, key, value));
    further.forEach((key, value) -> addTag(tags, key, value));
    JsonNode info = server.post("runs/create", body).path("run").path("info");
    return new Handle(info.path("run_id").asText(), info.path("artifact_uri").asText());
  }

  private static void addTag(ArrayNode tags, String key, String value) {
    if (!value.isEmpty()) {
      tags.addObject().put("key", key).put("value", MlflowNames.tag(value));
    }
  }

  /** Logs a record's parameters and metrics, in parts that the server takes. */
  void log(Handle run, RunRecord record, long time) {
    List<Map.Entry<String, String>> parameters =
        List.copyOf(MlflowNames.parameters(record.parameters()).entrySet());
    for (int from = 0; from < parameters.size(); from += PARAMETERS_AT_ONCE) {
      ObjectNode body = Json.mapper().createObjectNode().put("run_id", run.id());
      ArrayNode params = body.putArray("params");
      parameters
          .subList(from, Math.min(parameters.size(), from + PARAMETERS_AT_ONCE))
          .forEach(
              each -> params.addObject().put("key", each.getKey()).put("value", each.getValue()));
      server.post("runs/log-batch", body);
    }
    List<RunRecord.LoggedMetric> all = record.metrics();
    for (int from = 0; from < all.size(); from += METRICS_AT_ONCE) {
      ObjectNode body = Json.mapper().createObjectNode().put("run_id", run.id());
      ArrayNode metrics = body.putArray("metrics");
      for (RunRecord.LoggedMetric metric :
          all.subList(from, Math.min(all.size(), from + METRICS_AT_ONCE))) {
        metrics
            .addObject()
            .put("key", metric.key())
            .put("value", metric.value())
            .put("timestamp", time)
            .put("step", metric.step());
      }
      server.post("runs/log-batch", body);
    }
  }

  /** Uploads a file to a run's place. */
  void upload(String place, String file, byte[] content) {
    server.upload(place + "/" + file, content);
  }

  /**
   * Ends a run.
   *
   * @param time when it ended, in milliseconds since 1970
   */
  void end(Handle run, long time) {
    server.post("runs/update", update(run, time, Status.FINISHED));
  }

  /** Ends a run that was not logged in full, as well as may be. */
  void giveUp(Handle run, long time, Status status) {
    server.postAtLast("runs/update", update(run, time, status));
  }

  private static ObjectNode update(Handle run, long time, Status status) {
    return Json.mapper()
        .createObjectNode()
        .put("run_id", run.id())
        .put("status", status.name())
        .put("end_time", time);
  }
}
