package dev.synth.classify.xgboost;

import dev.synth.base.Context;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.FeatureMatrix;
import dev.synth.classify.MissingNumbers;
import dev.synth.classify.SharedFeatures;
import dev.synth.split.Augmented;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains XGBoost (Chen and Guestrin, KDD 2016) with histograms, on one thread: {@value #ROUNDS}
 * trees of depth {@value #DEPTH}, learning rate 0.1, four fifths of the rows and of the features
 * for each tree.
 *
 * <p>Missing numbers stay missing. Balanced, {@code scale_pos_weight} is what a rare row weighs.
 */
public final class XgboostTrainer implements ClassifierTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "xgboost";

  private static final int ROUNDS = 200;
  private static final int DEPTH = 5;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Classifier fit(
      Augmented rows, ClassWeighting weighting, SharedFeatures shared, Context context) {
    context.cancellation().check();
    SharedFeatures.Fitted features = shared.fitted(rows, MissingNumbers.KEPT);
    double weight = weighting.rareWeight(rows);
    FeatureMatrix encoded = features.encode(rows);
    BitSet rare = rows.rareRows();
    if (encoded.width() == 0) {
      double share = rare.cardinality() / (double) encoded.rowCount();
      return table ->
          java.util.stream.DoubleStream.generate(() -> share).limit(table.rowCount()).toArray();
    }
    BoostedTrees trees =
        BoostedTrees.fit(
            encoded, rare, parameters(weight, context.seeds().librarySeed(NAME)), ROUNDS);
    return table -> trees.score(features.encode(table));
  }

  private static Map<String, Object> parameters(double rareWeight, int seed) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", DEPTH);
    parameters.put("eta", 0.1);
    parameters.put("min_child_weight", 1);
    parameters.put("lambda", 1);
    parameters.put("subsample", 0.8);
    parameters.put("colsample_bytree", 0.8);
    parameters.put("scale_pos_weight", rareWeight);
    parameters.put("seed", seed);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }
}
