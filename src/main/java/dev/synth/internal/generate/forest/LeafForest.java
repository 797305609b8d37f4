package dev.synth.internal.generate.forest;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Trees over real rows, and draws from their leaves. */
public final class LeafForest {
  private final SpanRows real;
  private final List<LeafTree> trees;
  private final SeenPairs pairs;

  LeafForest(SpanRows real, List<LeafTree> trees) {
    this.real = real;
    this.trees = List.copyOf(trees);
    this.pairs = new SeenPairs(real);
  }

  /**
   * A grown forest.
   *
   * @param forest the forest
   * @param accuracy the share of the rows, real and synthetic, that the trees which did not see
   *     them tell right, in [0, 1]; a row that all trees saw, or that is even, counts one half
   */
  record Grown(LeafForest forest, double accuracy) {}

  /** Grows trees that tell real rows from as many synthetic ones. */
  static Grown grow(SpanRows real, SpanRows synthetic, ForestGrowth growth, Context context) {
    List<int[]> codes = real.codesWith(synthetic);
    List<double[]> numbers = new ArrayList<>();
    for (int scalar = 0; scalar < real.scalarCount(); scalar++) {
      numbers.add(real.numbersWith(synthetic, scalar));
    }
    int rowCount = real.rowCount() + synthetic.rowCount();
    double[] leaning = new double[rowCount];
    List<LeafTree> trees = new ArrayList<>();
    for (int i = 0; i < growth.trees(); i++) {
      context.cancellation().check();
      Seeds seeds = context.seeds().below("tree/" + i);
      int[] weights = bootstrap(rowCount, seeds.stream("rows"));
      TreeRows rows = new TreeRows(codes, numbers, real.rowCount(), weights);
      TreeGrower.Grown grown =
          TreeGrower.grow(rows, growth.minimumLeafRows(), seeds.stream("features"));
      int[] leafOf = grown.tree().leafOf();
      for (int row = 0; row < rowCount; row++) {
        leaning[row] += weights[row] > 0 ? 0 : grown.realShares().get(leafOf[row]) - 0.5;
      }
      trees.add(grown.tree());
    }
    return new Grown(new LeafForest(real, trees), accuracy(leaning, real.rowCount()));
  }

  /** Returns how often each of n rows comes up in n draws. */
  private static int[] bootstrap(int n, RandomStream stream) {
    int[] weights = new int[n];
    for (int i = 0; i < n; i++) {
      weights[stream.nextInt(n)]++;
    }
    return weights;
  }

  private static double accuracy(double[] leaning, int realCount) {
    double right = 0;
    for (int row = 0; row < leaning.length; row++) {
      double towardsTruth = row < realCount ? leaning[row] : -leaning[row];
      right += towardsTruth > 0 ? 1 : towardsTruth == 0 ? 0.5 : 0;
    }
    return right / leaning.length;
  }

  SpanRows real() {
    return real;
  }

  List<LeafTree> trees() {
    return trees;
  }

  /**
   * Draws rows.
   *
   * <p>A tree and a real row are drawn, and so a leaf with the probability of its real rows. The
   * draw starts at the row's cases. Then each span in turn proposes the case of another row of the
   * leaf. It is taken if real rows have it together with each case that the draw has in the other
   * spans. A number is drawn from the leaf's numbers, smoothed.
   */
  public SpanRows draw(int rows, RandomStream stream) {
    return draw(rows, stream, row -> drawBase(stream));
  }

  /** Returns how many bases there are: each real row in each tree, tree by tree. */
  public int bases() {
    return Math.multiplyExact(trees.size(), real.rowCount());
  }

  /** Draws a base, a tree and a row of it, each as likely as any other. */
  public int drawBase(RandomStream stream) {
    int tree = stream.nextInt(trees.size());
    return tree * real.rowCount() + stream.nextInt(real.rowCount());
  }

  /**
   * Draws rows from the leaves of given bases.
   *
   * @param base the base of each row, asked for in turn, just before the row is drawn
   */
  public SpanRows draw(int rows, RandomStream stream, IntUnaryOperator base) {
    int[][] cases = new int[real.choiceCount()][rows];
    double[][] numbers = new double[real.scalarCount()][rows];
    int[] drawn = new int[cases.length];
    for (int i = 0; i < rows; i++) {
      int drawnFrom = base.applyAsInt(i);
      int start = drawnFrom % real.rowCount();
      LeafTree.Leaf leaf = trees.get(drawnFrom / real.rowCount()).leaf(start);
      drawCases(leaf, start, stream, drawn);
      for (int choice = 0; choice < cases.length; choice++) {
        cases[choice][i] = drawn[choice];
      }
      for (int scalar = 0; scalar < numbers.length; scalar++) {
        numbers[scalar][i] = drawNumber(leaf, scalar, drawn, stream);
      }
    }
    return new SpanRows(real.layout(), cases, numbers, rows);
  }

  private void drawCases(LeafTree.Leaf leaf, int start, RandomStream stream, int[] drawn) {
    for (int choice = 0; choice < drawn.length; choice++) {
      drawn[choice] = real.cases(choice)[start];
    }
    for (int choice = 0; choice < drawn.length; choice++) {
      int proposed = real.cases(choice)[leaf.rows()[stream.nextInt(leaf.rows().length)]];
      if (proposed != drawn[choice] && pairs.fits(choice, proposed, drawn)) {
        drawn[choice] = proposed;
      }
    }
  }

  private double drawNumber(LeafTree.Leaf leaf, int scalar, int[] drawn, RandomStream stream) {
    int gate = real.layout().gateChoice(scalar);
    if (gate >= 0 && drawn[gate] != real.layout().gateCase(scalar)) {
      return Double.NaN;
    }
    return LeafDensity.draw(leaf, scalar, real.numbers(scalar), stream);
  }
}
