package dev.synth.internal.classify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.Json;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The classifier of rows without features that vary.
 *
 * @param share the share of rare rows, which is every row's score
 */
public record ConstantClassifier(double share) implements StoredClassifier {
  /** The name in stored classifiers. */
  public static final String NAME = "constant";

  @Override
  public double[] score(Table features) {
    double[] scores = new double[features.rowCount()];
    Arrays.fill(scores, share);
    return scores;
  }

  @Override
  public Contributions explain(Table features) {
    return new Contributions(
        Contributions.MarginScale.PROBABILITY,
        List.of(),
        share,
        Collections.nCopies(features.rowCount(), new double[0]));
  }

  @Override
  public ObjectNode write(ClassifierOutput output) {
    return Json.mapper().createObjectNode().put(KIND, NAME).put("share", share);
  }
}
