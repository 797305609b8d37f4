package dev.synth.internal.classify.smile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.classify.GradientBoostingOptions;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.internal.classify.smile.tree.FlatTree;
import dev.synth.internal.classify.smile.tree.FlatTreeArrays;
import dev.synth.internal.classify.smile.tree.FlatTreeReasons;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import smile.base.cart.CART;
import smile.data.DataFrame;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.vector.ValueVector;
import smile.regression.RegressionTree;

/**
 * Stochastic gradient boosting for two classes (Friedman, Annals of Statistics 29, 2001, algorithm
 * 5, and Computational Statistics &amp; Data Analysis 38, 2002) on Smile's regression trees.
 *
 * <p>The rounds are ours: where few rows are rare, the steps of Smile's own leaves grow until its
 * probabilities are NaN. {@link LogisticResiduals} bounds them.
 */
public final class BoostedRegressionTrees implements NumberModel {
  /** The name in stored classifiers. */
  public static final String KIND = "boosted-trees";

  private static final StructField RESPONSE = new StructField("residual", DataTypes.DoubleType);

  private final double first;
  private final double learningRate;
  private final List<FlatTree> trees;

  private BoostedRegressionTrees(double first, double learningRate, List<FlatTree> trees) {
    this.first = first;
    this.learningRate = learningRate;
    this.trees = trees;
  }

  /**
   * The settings by which trees grow.
   *
   * @param copies how often a rare row counts, at least 1
   * @param options how many trees there are, and their limits
   */
  record BoostedGrowth(int copies, GradientBoostingOptions options) {}

  /**
   * Learns.
   *
   * @param features finite numbers, at least one feature
   * @param targets how rare each row is; neither all 0 nor all 1
   * @param growth how trees grow
   */
  static BoostedRegressionTrees fit(
      FeatureMatrix features, Targets targets, BoostedGrowth growth, Context context) {
    GradientBoostingOptions options = growth.options();
    DataFrame frame = frame(features);
    int[][] order = CART.order(frame);
    LogisticResiduals residuals = new LogisticResiduals(targets, growth.copies());
    RandomStream stream = context.seeds().stream("rows");
    List<FlatTree> trees = new ArrayList<>();
    for (int round = 0; round < options.trees(); round++) {
      context.cancellation().check();
      int[] samples = new int[features.rowCount()];
      for (int row = 0; row < samples.length; row++) {
        samples[row] = stream.nextDouble() < options.rowShare() ? residuals.copies(row) : 0;
      }
      RegressionTree tree =
          new RegressionTree(
              frame,
              residuals,
              RESPONSE,
              options.maximumDepth(),
              options.maximumLeaves(),
              options.minimumLeafRows(),
              features.width(),
              samples,
              order);
      for (int row = 0; row < samples.length; row++) {
        residuals.add(row, options.learningRate() * tree.predict(frame.get(row)));
      }
      residuals.update();
      trees.add(SmileCuts.flat(tree.root(), features.width()));
    }
    return new BoostedRegressionTrees(
        residuals.first(), options.learningRate(), List.copyOf(trees));
  }

  private static DataFrame frame(FeatureMatrix features) {
    ValueVector[] columns = new ValueVector[features.width()];
    for (int feature = 0; feature < columns.length; feature++) {
      columns[feature] = ValueVector.of("x" + feature, features.column(feature));
    }
    return new DataFrame(columns);
  }

  /** Returns the probability of the rare class for each row, in (0, 1). */
  double[] score(FeatureMatrix features) {
    double[] scores = new double[features.rowCount()];
    Arrays.fill(scores, first);
    FlatTree.addScores(trees, features, scores, learningRate);
    for (int row = 0; row < scores.length; row++) {
      scores[row] = LogisticResiduals.probability(scores[row]);
    }
    return scores;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public double[] score(RowEncoder encoder, Table rows) {
    return score(encoder.encode(rows));
  }

  @Override
  public Contributions explain(RowEncoder encoder, Table rows) {
    Contributions ofTrees =
        FlatTreeReasons.of(trees, encoder, rows, Contributions.MarginScale.LOG_ODDS, learningRate);
    return new Contributions(
        ofTrees.scale(), ofTrees.parts(), first + ofTrees.base(), ofTrees.rows());
  }

  @Override
  public void write(ObjectNode json, ClassifierOutput output) {
    json.put("first", first);
    json.put("learning_rate", learningRate);
    FlatTreeArrays.write(trees, json, output);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static BoostedRegressionTrees read(JsonFields json, ClassifierInput input, int width) {
    return new BoostedRegressionTrees(
        json.number("first"),
        json.number("learning_rate"),
        FlatTreeArrays.read(json, input, width));
  }
}
