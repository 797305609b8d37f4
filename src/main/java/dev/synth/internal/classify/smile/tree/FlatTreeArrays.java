package dev.synth.internal.classify.smile.tree;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.synth.internal.base.JsonFields;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.internal.classify.stored.ClassifierOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Writes and reads trees as arrays of a stored classifier, one tree behind the other. */
public final class FlatTreeArrays {
  private FlatTreeArrays() {}

  /** Writes trees one behind the other into an object's arrays. */
  public static void write(List<FlatTree> trees, ObjectNode json, ClassifierOutput output) {
    json.put(
        "sizes",
        output.put(trees.stream().mapToInt(tree -> tree.storedFeatures().length).toArray()));
    json.put("feature", output.put(joined(trees, FlatTree::storedFeatures)));
    json.put(
        "number",
        output.put(
            trees.stream().flatMapToDouble(tree -> Arrays.stream(tree.storedNumbers())).toArray()));
    json.put("false_child", output.put(joined(trees, FlatTree::storedFalseChildren)));
    json.put("cover", output.put(joined(trees, FlatTree::storedCover)));
  }

  private static int[] joined(List<FlatTree> trees, Function<FlatTree, int[]> part) {
    return trees.stream().flatMapToInt(tree -> Arrays.stream(part.apply(tree))).toArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param width the number of features
   */
  public static List<FlatTree> read(JsonFields json, ClassifierInput input, int width) {
    int[] feature = input.ints(json, "feature");
    double[] number = input.doubles(json, "number");
    int[] falseChild = input.ints(json, "false_child");
    int[] cover = json.json().has("cover") ? input.ints(json, "cover") : new int[0];
    List<FlatTree> trees = new ArrayList<>();
    int from = 0;
    for (int size : input.ints(json, "sizes")) {
      ClassifierInput.require(
          size > 0
              && size <= feature.length - from
              && size <= number.length - from
              && size <= falseChild.length - from
              && (cover.length == 0 || size <= cover.length - from),
          "a tree is cut off");
      trees.add(
          new FlatTree(
              Arrays.copyOfRange(feature, from, from + size),
              Arrays.copyOfRange(number, from, from + size),
              Arrays.copyOfRange(falseChild, from, from + size),
              cover.length == 0 ? cover : Arrays.copyOfRange(cover, from, from + size),
              width));
      from += size;
    }
    return List.copyOf(trees);
  }
}
