package dev.synth.internal.classify.ensemble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.classify.Classifier;
import dev.synth.internal.base.Json;
import dev.synth.internal.classify.StoredClassifier;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.split.SoftLabels;
import dev.synth.split.Synthetic;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A weighted mean of unlike classifiers on the log-odds: P(rare) = σ(Σ w·log(p / (1 − p))).
 *
 * <p>It says how rare a synthetic row is. As a classifier by itself it is one of the free rivals,
 * with several models to serve.
 */
public final class Teacher implements StoredClassifier {
  /** The name in stored classifiers. */
  public static final String NAME = "blend";

  private final List<Classifier> members;
  private final double[] weights;

  /**
   * A teacher.
   *
   * @param members fitted on the same training rows
   * @param weights one a member, at least 0, 1 in sum
   */
  public Teacher(List<? extends Classifier> members, double[] weights) {
    if (members.isEmpty() || members.size() != weights.length) {
      throw new IllegalArgumentException("the weights are not one a member");
    }
    this.members = List.copyOf(members);
    this.weights = weights.clone();
  }

  @Override
  public double[] score(Table features) {
    List<double[]> logOdds = new ArrayList<>();
    for (int member = 0; member < weights.length; member++) {
      logOdds.add(
          weights[member] == 0
              ? new double[features.rowCount()]
              : LogOdds.of(members.get(member).score(features)));
    }
    return LogOdds.blend(logOdds, weights);
  }

  /** Contributions to the log-odds; those to a member's score are brought to its log-odds. */
  @Override
  public Contributions explain(Table features) {
    List<Contributions> all = new ArrayList<>();
    for (Classifier member : members) {
      all.add(ofLogOdds(StoredClassifier.of(member).explain(features)));
    }
    return Contributions.sum(all, weights);
  }

  private static Contributions ofLogOdds(Contributions own) {
    return switch (own.scale()) {
      case PROBABILITY -> own.mapped(Contributions.MarginScale.LOG_ODDS, LogOdds::of);
      case LOG_ODDS ->
          own.mapped(
              Contributions.MarginScale.LOG_ODDS,
              margin -> LogOdds.of(LogOdds.probability(margin)));
    };
  }

  @Override
  public ObjectNode write(ClassifierOutput output) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put(KIND, NAME);
    json.set("weights", Json.tree(weights));
    ArrayNode all = json.putArray("members");
    members.forEach(member -> all.add(StoredClassifier.of(member).write(output)));
    return json;
  }

  /** Returns how rare synthetic rows are. */
  public SoftLabels label(Synthetic rows) {
    return new SoftLabels(score(rows.rows()));
  }
}
