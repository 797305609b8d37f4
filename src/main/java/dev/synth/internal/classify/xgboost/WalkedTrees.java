package dev.synth.internal.classify.xgboost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.NumberModel;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * An XGBoost model whose trees are walked here: any number of threads at once, without native
 * memory, and with the very margins that XGBoost's own {@code predict} gives, which is
 * synchronized.
 *
 * <p>The margins are equal bit by bit since the arithmetic is: single precision, beginning with the
 * base margin, tree after tree. A number below a cut goes left, NaN where the node says. The base
 * margin is −ln(1/b − 1) of the model's base score b; since XGBoost takes the C library's {@code
 * logf}, whose last bit Java's logarithm need not have, it is found when the model is stored, by
 * comparing margins with XGBoost's, and kept beside the model.
 */
public final class WalkedTrees implements NumberModel {
  /** The name in stored classifiers. */
  public static final String KIND = "xgboost";

  private static final int LEAF = -1;

  /** How many rows are scored to find the base margin. */
  private static final int PROBES = 64;

  private final byte[] model;
  private final float baseMargin;
  private final int width;
  private final List<Tree> trees;

  /** A tree as arrays, one entry a node, the root first. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Tree(
      int[] left, int[] right, int[] feature, float[] number, boolean[] missingGoesLeft) {
    /** Returns what a row's leaf adds. */
    float leaf(float[] values, int offset) {
      int node = 0;
      while (left[node] != LEAF) {
        float value = values[offset + feature[node]];
        boolean goesLeft = Float.isNaN(value) ? missingGoesLeft[node] : value < number[node];
        node = goesLeft ? left[node] : right[node];
      }
      return number[node];
    }
  }

  private WalkedTrees(byte[] model, float baseMargin, int width, List<Tree> trees) {
    this.model = model;
    this.baseMargin = baseMargin;
    this.width = width;
    this.trees = trees;
  }

  /** Returns the same model, walked. */
  static WalkedTrees of(BoostedTrees fitted) {
    byte[] bytes = fitted.bytes();
    Parsed parsed = parse(bytes);
    float near = (float) -StrictMath.log(1.0f / parsed.baseScore() - 1.0f);
    FeatureMatrix probes = parsed.probes();
    float[] expected = fitted.margins(probes);
    for (float margin : new float[] {near, Math.nextUp(near), Math.nextDown(near)}) {
      WalkedTrees walked = new WalkedTrees(bytes, margin, parsed.width(), parsed.trees());
      if (Arrays.equals(walked.margins(probes), expected)) {
        return walked;
      }
    }
    throw new IllegalStateException("the trees of XGBoost's model give other margins than XGBoost");
  }

  /** What stands in a model's bytes. */
  private record Parsed(float baseScore, int width, List<Tree> trees) {
    /** Returns rows at and around the cuts of the trees, and some with missing numbers. */
    FeatureMatrix probes() {
      double[][] rows = new double[PROBES][width];
      for (int row = 0; row < PROBES; row++) {
        Tree tree = trees.isEmpty() ? null : trees.get(row % trees.size());
        for (int feature = 0; feature < width; feature++) {
          rows[row][feature] = row % 7 == 0 ? Double.NaN : cut(tree, feature, row);
        }
      }
      return FeatureMatrix.ofRows(rows);
    }

    private static double cut(@org.jspecify.annotations.Nullable Tree tree, int feature, int row) {
      if (tree != null) {
        for (int node = 0; node < tree.left().length; node++) {
          if (tree.left()[node] != LEAF && tree.feature()[node] == feature) {
            return row % 2 == 0 ? tree.number()[node] : Math.nextDown(tree.number()[node]);
          }
        }
      }
      return row;
    }
  }

  private static Parsed parse(byte[] bytes) {
    Map<?, ?> learner = object(UniversalBinaryJson.read(bytes), "learner");
    Map<?, ?> parameters = object(learner, "learner_model_param");
    float baseScore = Float.parseFloat(text(parameters, "base_score"));
    int width = Integer.parseInt(text(parameters, "num_feature"));
    ClassifierInput.require(
        baseScore > 0 && baseScore < 1, PlainText.of("base_score is %s", baseScore));
    Object all = object(object(learner, "gradient_booster"), "model").get("trees");
    ClassifierInput.require(all instanceof List<?>, "the model has no trees");
    List<Tree> trees = new ArrayList<>();
    for (Object each : (List<?>) all) {
      ClassifierInput.require(each instanceof Map<?, ?>, "a tree of the model is no object");
      trees.add(tree((Map<?, ?>) each, width));
    }
    return new Parsed(baseScore, width, List.copyOf(trees));
  }

  private static Map<?, ?> object(Map<?, ?> parent, String name) {
    if (parent.get(name) instanceof Map<?, ?> object) {
      return object;
    }
    throw new IllegalArgumentException(PlainText.of("the model has no '%s'", name));
  }

  private static String text(Map<?, ?> parent, String name) {
    if (parent.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(PlainText.of("the model has no '%s'", name));
  }

  private static Tree tree(Map<?, ?> json, int width) {
    double[] left = numbers(json, "left_children");
    int nodes = left.length;
    double[] right = numbers(json, "right_children", nodes);
    double[] feature = numbers(json, "split_indices", nodes);
    double[] number = numbers(json, "split_conditions", nodes);
    double[] missing = numbers(json, "default_left", nodes);
    ClassifierInput.require(nodes > 0, "a tree of the model has no nodes");
    Tree tree =
        new Tree(
            new int[nodes], new int[nodes], new int[nodes], new float[nodes], new boolean[nodes]);
    for (int node = 0; node < nodes; node++) {
      tree.left()[node] = (int) left[node];
      tree.right()[node] = (int) right[node];
      tree.feature()[node] = (int) feature[node];
      tree.number()[node] = (float) number[node];
      tree.missingGoesLeft()[node] = missing[node] != 0;
      boolean isInner =
          left[node] > node
              && left[node] < nodes
              && right[node] > node
              && right[node] < nodes
              && feature[node] >= 0
              && feature[node] < width;
      ClassifierInput.require(
          left[node] == LEAF || isInner,
          PlainText.of("node %d of a tree of the model is damaged", node));
    }
    return tree;
  }

  private static double[] numbers(Map<?, ?> json, String name, int size) {
    double[] numbers = numbers(json, name);
    ClassifierInput.require(
        numbers.length == size, PlainText.of("'%s' of a tree has another size", name));
    return numbers;
  }

  private static double[] numbers(Map<?, ?> json, String name) {
    return switch (json.get(name)) {
      case double[] numbers -> numbers;
      case List<?> list ->
          list.stream()
              .mapToDouble(
                  each ->
                      each instanceof Double number ? number : Boolean.TRUE.equals(each) ? 1 : 0)
              .toArray();
      case null, default ->
          throw new IllegalArgumentException(PlainText.of("a tree has no '%s'", name));
    };
  }

  /** Returns the log-odds of the rare class for each row, bit by bit those of XGBoost. */
  float[] margins(FeatureMatrix features) {
    float[] values = features.floats();
    float[] margins = new float[features.rowCount()];
    for (int row = 0; row < margins.length; row++) {
      float margin = baseMargin;
      for (Tree tree : trees) {
        margin += tree.leaf(values, row * width);
      }
      margins[row] = margin;
    }
    return margins;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public double[] score(RowEncoder encoder, Table rows) {
    return BoostedTrees.probabilities(margins(encoder.encode(rows)));
  }

  @Override
  public void write(ObjectNode json, ClassifierOutput output) {
    json.put("base_margin", baseMargin);
    json.put("file", output.put(model, "ubj"));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static WalkedTrees read(JsonFields json, ClassifierInput input, int width) {
    byte[] model = input.file(json, "file");
    Parsed parsed = parse(model);
    ClassifierInput.require(
        parsed.width() == width,
        PlainText.of("the model has %d features, not %d", parsed.width(), width));
    return new WalkedTrees(model, (float) json.number("base_margin"), width, parsed.trees());
  }
}
