package dev.synth.internal.tracking;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.base.Version;
import dev.synth.internal.base.YamlText;
import dev.synth.internal.bundle.Bundle;
import dev.synth.internal.bundle.BundleFacts;
import dev.synth.internal.bundle.FeatureColumn;
import dev.synth.table.ColumnType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A bundle in MLflow's words: its file {@code MLmodel}, and what the run that holds it says.
 *
 * @param bundle the bundle
 */
record ModelDescription(Bundle bundle) {
  /** The name of the file that makes a folder a model of MLflow. */
  static final String FILE = "MLmodel";

  /** The tag that tells a bundle from others. */
  static final String VERSION = "synth.model_version";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * Returns the file {@code MLmodel}: one flavour of ours, which says that the folder is a bundle,
   * and the columns that go in and come out.
   *
   * @param folder the model's folder among the run's files
   * @param run the id of the run, which is the model's too
   */
  String file(String folder, String run, Instant time) {
    StringBuilder yaml = new StringBuilder();
    yaml.append("artifact_path: ").append(folder).append('\n');
    yaml.append("flavors:\n  synth:\n    bundle: .\n");
    line(yaml, "    arm", facts().arm());
    line(yaml, "    classifier", facts().classifier());
    line(yaml, "    model_version", bundle.version());
    line(yaml, "    synth_version", Version.text());
    line(yaml, "model_uuid", run);
    line(yaml, "run_id", run);
    yaml.append("signature:\n");
    line(yaml, "  inputs", inputs().toString());
    line(yaml, "  outputs", outputs().toString());
    yaml.append("  params: null\n");
    line(yaml, "utc_time_created", TIME.format(time));
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, String value) {
    yaml.append(key).append(": ").append(YamlText.of(value)).append('\n');
  }

  private BundleFacts facts() {
    return bundle.facts();
  }

  private ArrayNode inputs() {
    ArrayNode inputs = Json.mapper().createArrayNode();
    for (FeatureColumn feature : bundle.contract().features()) {
      String type =
          switch (feature.column().type()) {
            case ColumnType.Numeric numeric -> "double";
            case ColumnType.Timestamp timestamp -> "datetime";
            case ColumnType.Categorical categorical -> "string";
            case ColumnType.TimeOfDay time -> "string";
            case ColumnType.Identifier identifier -> "string";
          };
      column(inputs, type, feature.column().name(), false);
    }
    return inputs;
  }

  private static ArrayNode outputs() {
    ArrayNode outputs = Json.mapper().createArrayNode();
    column(outputs, "double", "score", true);
    column(outputs, "double", "probability", true);
    column(outputs, "long", "decision", true);
    return outputs;
  }

  private static void column(ArrayNode columns, String type, String name, boolean isRequired) {
    columns.addObject().put("type", type).put("name", name).put("required", isRequired);
  }

  /**
   * Returns the record of the run that holds the model.
   *
   * @param parameters the keys of the config that it was fitted by
   */
  RunRecord record(Map<String, String> parameters) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("mlflow.source.name", "synth fit");
    tags.put("mlflow.source.type", "LOCAL");
    tags.put("synth.command", "fit");
    tags.putAll(tags());
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("arm", facts().arm());
    all.put("classifier", facts().classifier());
    all.put("threshold_rule", facts().rule());
    all.put("calibration", facts().calibration());
    RunRecord.Metrics metrics = new RunRecord.Metrics();
    metrics.add("threshold", facts().threshold().value());
    metrics.add("rows/fitted", (double) facts().fitted());
    metrics.add("rows/fitted_rare", (double) facts().fittedRare());
    metrics.add("rows/added", (double) facts().addedRows());
    metrics.add("out_of_fold/average_precision", facts().outOfFold().averagePrecision());
    metrics.add("out_of_fold/recall", facts().outOfFold().recall());
    metrics.add("out_of_fold/precision", facts().outOfFold().precision());
    metrics.add("out_of_fold/alerts_per_1000", facts().outOfFold().alertsPer1000());
    return new RunRecord(facts().name() + " " + bundle.version(), tags, all, metrics.all());
  }

  /** Returns the tags of the model's version. */
  Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(VERSION, bundle.version());
    if (facts().verdict() != null) {
      tags.put("synth.verdict", facts().verdict());
    }
    if (facts().run() != null) {
      tags.put("synth.judged_by", facts().run());
    }
    return tags;
  }
}
