package dev.synth.internal.classify.xgboost;

import dev.synth.base.Context;
import dev.synth.classify.Classifier;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.FeatureRows;
import dev.synth.internal.classify.FeatureTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.feature.MissingNumbers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Trains XGBoost (Chen and Guestrin, KDD 2016) with histograms, on one thread.
 *
 * <p>Missing numbers stay missing. Balanced, {@code scale_pos_weight} is what a rare row weighs.
 */
public record XgboostTrainer(XgboostOptions options) implements FeatureTrainer {
  /** Returns what tuning tries: the given options, and these with other trees and rates. */
  public static List<TuningCandidate> candidates(XgboostOptions options) {
    return Stream.of(
            options,
            options.withTrees(200).withMaximumDepth(5).withLearningRate(0.1),
            options.withTrees(100).withMaximumDepth(3).withLearningRate(0.1),
            options.withTrees(200).withMaximumDepth(8).withLearningRate(0.1),
            options.withTrees(500).withMaximumDepth(5).withLearningRate(0.03),
            options.withTrees(500).withMaximumDepth(3).withLearningRate(0.03))
        .distinct()
        .map(
            each ->
                new TuningCandidate(
                    PlainText.of(
                        "%d trees of depth %d, learning rate %s",
                        each.trees(), each.maximumDepth(), each.learningRate()),
                    new XgboostTrainer(each)))
        .toList();
  }

  /** Every tree draws four fifths of the rows and half of the features. */
  @Override
  public ClassifierTrainer inBag() {
    return new XgboostTrainer(options.withRowShare(0.8).withFeatureShare(0.5));
  }

  @Override
  public MissingNumbers missing() {
    return MissingNumbers.KEPT;
  }

  @Override
  public Classifier learn(FeatureRows rows, Context context) {
    Map<String, Object> parameters =
        parameters(rows.rareWeight(), context.seeds().librarySeed(name()));
    BoostedTrees trees =
        BoostedTrees.fit(
            rows.encoded(), rows.targets(), parameters, options.trees(), context.cancellation());
    return rows.scoring(trees);
  }

  private Map<String, Object> parameters(double rareWeight, int seed) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", options.maximumDepth());
    parameters.put("eta", options.learningRate());
    parameters.put("min_child_weight", options.minimumChildWeight());
    parameters.put("lambda", options.l2Penalty());
    parameters.put("subsample", options.rowShare());
    parameters.put("colsample_bytree", options.featureShare());
    parameters.put("colsample_bynode", options.nodeFeatureShare());
    parameters.put("scale_pos_weight", rareWeight);
    parameters.put("seed", seed);
    parameters.put("nthread", 1);
    parameters.put("verbosity", 0);
    return parameters;
  }
}
