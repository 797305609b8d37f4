package dev.synth.internal.classify.xgboost;

import java.util.List;
import java.util.Map;

/** Reads the trees of XGBoost's own model files. */
final class MarginTreeReader {
  private MarginTreeReader() {}

  /**
   * Returns the trees of a model, with the base that the model's text gives.
   *
   * @param model in XGBoost's binary JSON
   * @param width how many features a row has
   */
  static MarginTrees read(byte[] model, int width) {
    Map<?, ?> learner = map(UbjsonReader.read(model), "learner");
    String share = part(map(learner, "learner_model_param"), "base_score", String.class);
    List<?> trees = part(map(map(learner, "gradient_booster"), "model"), "trees", List.class);
    List<int[]> lefts =
        trees.stream().map(tree -> part((Map<?, ?>) tree, "left_children", int[].class)).toList();
    MarginNodes nodes =
        new MarginNodes(trees.size(), lefts.stream().mapToInt(left -> left.length).sum());
    int next = 0;
    for (int tree = 0; tree < trees.size(); tree++) {
      nodes.roots[tree] = next;
      next = copy((Map<?, ?>) trees.get(tree), tree, nodes, width);
    }
    return new MarginTrees(nodes, width, logOdds(Float.parseFloat(share)));
  }

  private static Map<?, ?> map(Map<?, ?> of, String key) {
    return part(of, key, Map.class);
  }

  private static <T> T part(Map<?, ?> of, String key, Class<T> type) {
    Object value = of.get(key);
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException("XGBoost's model has no '" + key + "'");
    }
    return type.cast(value);
  }

  /** As XGBoost does, except that its logarithm is of single precision. */
  private static float logOdds(float share) {
    return (float) -StrictMath.log(1 / share - 1);
  }

  /** Copies a tree level by level, so that children stand side by side; returns the next place. */
  private static int copy(Map<?, ?> model, int tree, MarginNodes nodes, int width) {
    int[] left = part(model, "left_children", int[].class);
    int[] right = part(model, "right_children", int[].class);
    int[] cutFeature = part(model, "split_indices", int[].class);
    int[] defaultLeft = part(model, "default_left", int[].class);
    float[] numbers = part(model, "split_conditions", float[].class);
    float[] hessians = part(model, "sum_hessian", float[].class);
    int root = nodes.roots[tree];
    int[] queue = new int[left.length];
    int filled = 1; // the root is the first
    int levelEnd = 1;
    for (int i = 0; i < filled; i++) {
      if (i == levelEnd) {
        nodes.depths[tree]++;
        levelEnd = filled;
      }
      int node = queue[i];
      boolean leaf = left[node] < 0;
      int place = root + i;
      nodes.feature[place] = leaf ? width : cutFeature[node];
      nodes.number[place] = numbers[node] + 0f; // -0 becomes 0
      nodes.cover[place] = hessians[node];
      nodes.child[place] = leaf ? place : root + filled;
      nodes.missingBelow[place] = !leaf && defaultLeft[node] != 0;
      if (!leaf) {
        queue[filled++] = right[node];
        queue[filled++] = left[node];
      }
    }
    return root + filled;
  }
}
