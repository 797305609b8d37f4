package dev.synth.internal.classify.xgboost;

import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.explain.TreeShap;
import dev.synth.internal.classify.feature.FeatureMatrix;
import java.util.List;

/** The contributions of features to the margins of boosted trees. */
final class MarginReasons {
  private final MarginNodes nodes;
  private final int width;
  private final float base;

  MarginReasons(MarginNodes nodes, int width, float base) {
    this.nodes = nodes;
    this.width = width;
    this.base = base;
  }

  /**
   * Returns what each feature of the rows adds to their margins.
   *
   * @param names one a feature
   */
  Contributions of(FeatureMatrix features, List<String> names) {
    double[][] values = new double[features.rowCount()][width];
    double expected = base;
    for (int tree = 0; tree < nodes.roots.length; tree++) {
      TreeShap shap = new TreeShap(new Covered(nodes.roots[tree]));
      expected += shap.expected();
      for (int row = 0; row < values.length; row++) {
        shap.add(router(nodes.roots[tree], features, row), 1, values[row]);
      }
    }
    return new Contributions(Contributions.MarginScale.LOG_ODDS, names, expected, List.of(values));
  }

  /** The way of a row; the first child of a node is that of rows at the cut or above. */
  private TreeShap.Router router(int root, FeatureMatrix features, int row) {
    return node -> {
      float value = FeatureMatrix.single(features.column(nodes.feature[root + node])[row]);
      return Float.isNaN(value)
          ? !nodes.missingBelow[root + node]
          : value >= nodes.number[root + node];
    };
  }

  /** One of the trees. */
  private final class Covered implements TreeShap.Tree {
    private final int root;

    Covered(int root) {
      this.root = root;
    }

    @Override
    public boolean isLeaf(int node) {
      return nodes.feature[root + node] == width;
    }

    @Override
    public int feature(int node) {
      return nodes.feature[root + node];
    }

    @Override
    public int first(int node) {
      return nodes.child[root + node] - root;
    }

    @Override
    public int second(int node) {
      return first(node) + 1;
    }

    @Override
    public double cover(int node) {
      return nodes.cover[root + node];
    }

    @Override
    public double output(int node) {
      return nodes.number[root + node];
    }
  }
}
