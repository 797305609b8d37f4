package dev.synth.internal.classify.smile.tree;

import dev.synth.internal.classify.explain.Contributions;
import dev.synth.internal.classify.explain.TreeShap;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.feature.RowEncoder;
import dev.synth.internal.classify.stored.ClassifierInput;
import dev.synth.table.Table;
import java.util.List;

/** The contributions of features to the scores of trees. */
public final class FlatTreeReasons {
  private FlatTreeReasons() {}

  /**
   * Returns what each number of the rows adds to the sum of what their leaves say, and the sum of a
   * row of which nothing is known as the base.
   *
   * @param factor multiplies what leaves say
   * @throws IllegalArgumentException if it is not known how many rows came to the nodes
   */
  public static Contributions of(
      List<FlatTree> trees,
      RowEncoder encoder,
      Table rows,
      Contributions.MarginScale scale,
      double factor) {
    FeatureMatrix features = encoder.encode(rows);
    double[][] values = new double[features.rowCount()][features.width()];
    double base = 0;
    for (FlatTree tree : trees) {
      ClassifierInput.require(
          tree.storedCover().length > 0,
          "the model was fitted by a synth that kept no reasons; fit it again");
      TreeShap.Tree shape = tree.covered();
      TreeShap shap = new TreeShap(shape);
      base += factor * shap.expected();
      for (int row = 0; row < values.length; row++) {
        int own = row;
        shap.add(
            node -> tree.isAtMost(node, features.column(shape.feature(node))[own]),
            factor,
            values[row]);
      }
    }
    return new Contributions(scale, encoder.columns(), base, List.of(values));
  }
}
