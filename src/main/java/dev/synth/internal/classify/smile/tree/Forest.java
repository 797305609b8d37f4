package dev.synth.internal.classify.smile.tree;

import dev.synth.base.Cancellation;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A random forest (Breiman, Machine Learning 45, 2001) of {@link CutTree}s: bootstrap rows, at
 * every node as many features as the square root of their number.
 *
 * <p>One thread grows it, and each tree has seeds of its own, so that the same seeds give the same
 * forest wherever and beside whatever else it grows. A leaf's probability is the rare rows' share
 * of its weight, drawn to the share overall by the weight of one row (an m-estimate with m = 1), so
 * that pure leaves of many rows say more than those of one, and scores are seldom tied.
 */
public final class Forest {
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
   * @param rare which rows are of the rare class, at least one and not all
   * @param options how it grows
   * @param seeds where its random numbers come from
   * @param cancellation looked at before each tree
   */
  public static Forest fit(
      FeatureMatrix features,
      BitSet rare,
      TreeOptions options,
      Seeds seeds,
      Cancellation cancellation) {
    double prior = ForestRows.prior(rare.cardinality(), features.rowCount(), options.rareWeight());
    if (features.width() == 0) {
      return new Forest(List.of(), prior);
    }
    ForestRows rows = new ForestRows(features, rare, options.rareWeight());
    List<FlatTree> trees = new ArrayList<>();
    for (int i = 0; i < options.trees(); i++) {
      cancellation.check();
      Seeds own = seeds.below("tree/" + i);
      int[] samples = bootstrap(rows.rowCount(), own.stream("rows"));
      CutTree tree = new CutTree(rows, options, samples, own.librarySeed("features"));
      trees.add(FlatTree.of(tree.root(), options.rareWeight(), prior));
    }
    return new Forest(List.copyOf(trees), prior);
  }

  /** Returns how often each of n rows comes up in n draws. */
  private static int[] bootstrap(int n, RandomStream stream) {
    int[] samples = new int[n];
    for (int i = 0; i < n; i++) {
      samples[stream.nextInt(n)]++;
    }
    return samples;
  }

  /** Returns each row's mean leaf probability of the rare class, in (0, 1). */
  public double[] score(FeatureMatrix features) {
    double[] scores = new double[features.rowCount()];
    for (FlatTree tree : trees) {
      tree.addScores(features, scores);
    }
    for (int row = 0; row < scores.length; row++) {
      scores[row] = trees.isEmpty() ? prior : scores[row] / trees.size();
    }
    return scores;
  }
}
