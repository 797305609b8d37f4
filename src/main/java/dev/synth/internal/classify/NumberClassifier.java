package dev.synth.internal.classify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;

/**
 * A model of numbers, and what turns rows into these.
 *
 * @param encoder the encoder
 * @param model the model
 */
public record NumberClassifier(RowEncoder encoder, NumberModel model) implements StoredClassifier {
  /** The name in stored classifiers. */
  public static final String NAME = "numbers";

  @Override
  public double[] score(Table features) {
    return model.score(encoder, features);
  }

  @Override
  public Contributions explain(Table features) {
    return model.explain(encoder, features).joined(encoder.columns());
  }

  @Override
  public ObjectNode write(ClassifierOutput output) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put(KIND, NAME);
    json.put("encoder", output.putEncoder(encoder, encoder::toJson));
    json.put("model", model.kind());
    model.write(json, output);
    return json;
  }
}
