package dev.synth.internal.classify.smile.tree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.feature.Targets;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A random forest (Breiman, Machine Learning 45, 2001) of {@link CutTree}s: bootstrap rows, at
 * every node as many features as the square root of their number. With {@link
 * TreeOptions.Cuts#RANDOM} it is one of extremely randomized trees (Geurts, Ernst and Wehenkel,
 * Machine Learning 63, 2006).
 *
 * <p>One thread grows it, and each tree has seeds of its own, so that the same seeds give the same
 * forest wherever and beside whatever else it grows. A leaf's probability is the rare rows' share
 * of its weight, drawn to the share overall by the weight of one row: an m-estimate with m = 1. So
 * pure leaves of many rows say more than those of one, and scores are seldom tied.
 */
public final class Forest implements NumberModel {
  /** The name in stored classifiers. */
  public static final String KIND = "forest";

  private final List<FlatTree> trees;
  private final double prior;

  private Forest(List<FlatTree> trees, double prior) {
    this.trees = trees;
    this.prior = prior;
  }

  /**
   * Grows a forest.
   *
   * @param features the numbers, all finite; where there are none, every score is the rare share
   * @param targets how rare each row is; neither all 0 nor all 1
   * @param options how it grows
   * @param seeds where its random numbers come from
   * @param cancellation looked at before each tree
   */
  public static Forest fit(
      FeatureMatrix features,
      Targets targets,
      TreeOptions options,
      Seeds seeds,
      Cancellation cancellation) {
    double prior = ForestRows.prior(targets.sum(), features.rowCount(), options.rareWeight());
    if (features.width() == 0) {
      return new Forest(List.of(), prior);
    }
    ForestRows rows = new ForestRows(features, targets, options);
    List<FlatTree> trees = new ArrayList<>();
    for (int i = 0; i < options.trees(); i++) {
      cancellation.check();
      Seeds own = seeds.below("tree/" + i);
      int[] samples = samples(options.cuts(), rows.rowCount(), own);
      CutTree tree = new CutTree(rows, options, samples, own.librarySeed("features"));
      trees.add(FlatTree.of(tree.root(), options.rareWeight(), prior));
    }
    return new Forest(List.copyOf(trees), prior);
  }

  private static int[] samples(TreeOptions.Cuts cuts, int rows, Seeds seeds) {
    return switch (cuts) {
      case BEST -> bootstrap(rows, seeds.stream("rows"));
      case RANDOM -> all(rows);
    };
  }

  private static int[] all(int rows) {
    int[] once = new int[rows];
    Arrays.fill(once, 1);
    return once;
  }

  /** Returns how often each of n rows comes up in n draws. */
  private static int[] bootstrap(int n, RandomStream stream) {
    int[] samples = new int[n];
    for (int i = 0; i < n; i++) {
      samples[stream.nextInt(n)]++;
    }
    return samples;
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
    if (trees.isEmpty()) {
      List<double[]> nothing = Collections.nCopies(rows.rowCount(), new double[encoder.width()]);
      return new Contributions(
          Contributions.MarginScale.PROBABILITY, encoder.columns(), prior, nothing);
    }
    return FlatTreeReasons.of(
        trees, encoder, rows, Contributions.MarginScale.PROBABILITY, 1.0 / trees.size());
  }

  @Override
  public void write(ObjectNode json, ClassifierOutput output) {
    json.put("prior", prior);
    FlatTreeArrays.write(trees, json, output);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static Forest read(JsonFields json, ClassifierInput input, int width) {
    return new Forest(FlatTreeArrays.read(json, input, width), json.number("prior"));
  }

  /** Returns each row's mean leaf probability of the rare class, in (0, 1). */
  public double[] score(FeatureMatrix features) {
    double[] scores = new double[features.rowCount()];
    FlatTree.addScores(trees, features, scores, 1);
    for (int row = 0; row < scores.length; row++) {
      scores[row] = trees.isEmpty() ? prior : scores[row] / trees.size();
    }
    return scores;
  }
}
