package dev.synth.internal.classify.ensemble;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.classify.StoredClassifier;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.List;

/**
 * Classifiers whose scores are averaged.
 *
 * @param members the classifiers, at least one
 */
public record Bag(List<StoredClassifier> members) implements StoredClassifier {
  /** The name in stored classifiers. */
  public static final String NAME = "bag";

  public Bag {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a bag without classifiers");
    }
  }

  @Override
  public double[] score(Table features) {
    double[] means = new double[features.rowCount()];
    for (StoredClassifier member : members) {
      double[] scores = member.score(features);
      for (int row = 0; row < means.length; row++) {
        means[row] += scores[row] / members.size();
      }
    }
    return means;
  }

  /** Contributions to the mean score; those to a member's log-odds are brought to its score. */
  @Override
  public Contributions explain(Table features) {
    double[] weights = new double[members.size()];
    Arrays.fill(weights, 1.0 / weights.length);
    return Contributions.sum(
        members.stream().map(member -> ofScore(member.explain(features))).toList(), weights);
  }

  private static Contributions ofScore(Contributions own) {
    return switch (own.scale()) {
      case PROBABILITY -> own;
      case LOG_ODDS -> own.mapped(Contributions.MarginScale.PROBABILITY, LogOdds::probability);
    };
  }

  @Override
  public ObjectNode write(ClassifierOutput output) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put(KIND, NAME);
    ArrayNode all = json.putArray("members");
    members.forEach(member -> all.add(member.write(output)));
    return json;
  }
}
