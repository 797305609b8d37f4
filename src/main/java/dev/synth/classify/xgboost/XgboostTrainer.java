package dev.synth.classify.xgboost;

import dev.synth.base.Context;
import dev.synth.classify.Candidate;
import dev.synth.classify.ClassWeighting;
import dev.synth.classify.Classifier;
import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.FeatureMatrix;
import dev.synth.classify.MissingNumbers;
import dev.synth.classify.SharedFeatures;
import dev.synth.split.Augmented;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Trains XGBoost (Chen and Guestrin, KDD 2016) with histograms, on one thread: unless it is tuned,
 * 200 trees of depth 5, learning rate 0.1; four fifths of the rows and of the features for each
 * tree.
 *
 * <p>Missing numbers stay missing. Balanced, {@code scale_pos_weight} is what a rare row weighs.
 */
public final class XgboostTrainer implements ClassifierTrainer {
  /** The name in configs and reports. */
  public static final String NAME = "xgboost";

  private static final Settings USUAL = new Settings(200, 5, 0.1);

  private final Settings settings;

  private record Settings(int rounds, int depth, double learningRate) {
    Candidate candidate() {
      return new Candidate(
          "%d trees of depth %d, learning rate %s".formatted(rounds, depth, learningRate),
          new XgboostTrainer(this));
    }
  }

  /** A trainer with the usual settings. */
  public XgboostTrainer() {
    this(USUAL);
  }

  private XgboostTrainer(Settings settings) {
    this.settings = settings;
  }

  /** Returns what tuning tries, the default first. */
  public static List<Candidate> candidates() {
    return Stream.of(
            USUAL,
            new Settings(100, 3, 0.1),
            new Settings(200, 8, 0.1),
            new Settings(500, 5, 0.03),
            new Settings(500, 3, 0.03))
        .map(Settings::candidate)
        .toList();
  }

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
      return Classifier.ofShare(rare.cardinality() / (double) encoded.rowCount());
    }
    BoostedTrees trees =
        BoostedTrees.fit(
            encoded,
            rare,
            parameters(weight, context.seeds().librarySeed(NAME)),
            settings.rounds());
    return table -> trees.score(features.encode(table));
  }

  private Map<String, Object> parameters(double rareWeight, int seed) {
    Map<String, Object> parameters = new TreeMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("tree_method", "hist");
    parameters.put("max_depth", settings.depth());
    parameters.put("eta", settings.learningRate());
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
