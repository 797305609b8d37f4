package dev.synth.internal.classify.smile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/** The weights of scaled features, the intercept last. */
public final class LinearModel implements NumberModel {
  /** The name in stored classifiers. */
  public static final String KIND = "linear";

  private final double[] weights;

  LinearModel(double[] weights) {
    this.weights = weights.clone();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public double[] score(RowEncoder encoder, Table rows) {
    return LogisticRegressionTrainer.score(encoder.scaled(rows), weights);
  }

  /** Weight times number; a number of 0 is the fitted mean, or the lower of two values. */
  @Override
  public Contributions explain(RowEncoder encoder, Table rows) {
    List<double[]> contributions = new ArrayList<>();
    for (double[] row : encoder.scaled(rows)) {
      double[] own = new double[row.length];
      for (int feature = 0; feature < own.length; feature++) {
        own[feature] = weights[feature] * row[feature];
      }
      contributions.add(own);
    }
    return new Contributions(
        Contributions.MarginScale.LOG_ODDS,
        encoder.columns(),
        weights[weights.length - 1],
        contributions);
  }

  @Override
  public void write(ObjectNode json, ClassifierOutput output) {
    json.put("weights", output.put(weights));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static LinearModel read(JsonFields json, ClassifierInput input, int width) {
    double[] weights = input.doubles(json, "weights");
    ClassifierInput.require(weights.length == width + 1, "'weights' are not one a feature");
    return new LinearModel(weights);
  }
}
