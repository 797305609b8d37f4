package dev.synth.internal.classify.neural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.internal.neural.classifier.FocalLoss;
import dev.synth.internal.neural.classifier.LogitScorer;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network on scaled features, whose logits become probabilities as its loss has them.
 *
 * @param scorer the network
 * @param loss what it was trained with
 */
public record NetworkModel(LogitScorer scorer, FocalLoss loss) implements NumberModel {
  /** The name in stored classifiers. */
  public static final String KIND = "network";

  private static final double NEAREST = 1e-15;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public double[] score(RowEncoder encoder, Table rows) {
    return Arrays.stream(encoder.scaled(rows))
        .mapToDouble(row -> loss.probability(scorer.logit(row)))
        .toArray();
  }

  @Override
  public Contributions explain(RowEncoder encoder, Table rows) {
    List<double[]> contributions =
        Arrays.stream(encoder.scaled(rows)).map(scorer::contributions).toList();
    Contributions logits =
        new Contributions(
            Contributions.MarginScale.LOG_ODDS,
            encoder.columns(),
            scorer.logit(new double[encoder.width()]),
            contributions);
    return logits.mapped(
        Contributions.MarginScale.LOG_ODDS, logit -> logOdds(loss.probability(logit)));
  }

  /** The log-odds, finite where a probability is rounded to 0 or 1. */
  private static double logOdds(double probability) {
    double bounded = Math.clamp(probability, NEAREST, 1 - NEAREST);
    return StrictMath.log(bounded / (1 - bounded));
  }

  @Override
  public void write(ObjectNode json, ClassifierOutput output) {
    json.put("gamma", loss.gamma());
    json.put("alpha", loss.alpha());
    ArrayNode layers = json.putArray("layers");
    for (LogitScorer.Weights layer : scorer.weights()) {
      layers
          .addObject()
          .put("inputs", layer.inputs())
          .put("weights", output.put(layer.weights()))
          .put("bias", output.put(layer.bias()));
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static NetworkModel read(JsonFields json, ClassifierInput input, int width) {
    List<LogitScorer.Weights> layers = new ArrayList<>();
    int inputs = width;
    for (JsonNode each : json.list("layers")) {
      JsonFields fields = new JsonFields(each);
      float[] bias = input.floats(fields, "bias");
      float[] weights = input.floats(fields, "weights");
      ClassifierInput.require(
          fields.whole("inputs") == inputs && weights.length == inputs * bias.length,
          "a layer of the network has another size");
      layers.add(new LogitScorer.Weights(inputs, weights, bias));
      inputs = bias.length;
    }
    ClassifierInput.require(!layers.isEmpty() && inputs == 1, "the network has no one output");
    return new NetworkModel(
        LogitScorer.of(layers), new FocalLoss(json.number("gamma"), json.number("alpha")));
  }
}
