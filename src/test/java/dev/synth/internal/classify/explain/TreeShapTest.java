package dev.synth.internal.classify.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against the definition: the mean over all orders in which features become known. */
class TreeShapTest {
  private static final int WIDTH = 5;

  /** Sums of up to 32 subsets of numbers near 1; doubles keep them to about 1e-15 each. */
  private static final double ROUNDING = 1e-12;

  /** A node; a leaf has no children. */
  private record Node(int feature, int first, int second, double cover, double output) {}

  private record RandomTree(List<Node> nodes) implements TreeShap.Tree {
    static RandomTree grow(RandomStream stream, int depth) {
      List<Node> nodes = new ArrayList<>();
      grow(stream, depth, 64, nodes);
      return new RandomTree(nodes);
    }

    private static int grow(RandomStream stream, int depth, double cover, List<Node> nodes) {
      int own = nodes.size();
      nodes.add(new Node(0, 0, 0, cover, stream.nextGaussian()));
      if (depth == 0 || (own > 0 && stream.nextDouble() < 0.2)) {
        return own;
      }
      // a child without rows now and then
      double below = stream.nextDouble() < 0.1 ? 0 : cover * stream.nextDouble();
      int feature = stream.nextInt(WIDTH);
      int first = grow(stream, depth - 1, below, nodes);
      int second = grow(stream, depth - 1, cover - below, nodes);
      nodes.set(own, new Node(feature, first, second, cover, 0));
      return own;
    }

    @Override
    public boolean isLeaf(int node) {
      return nodes.get(node).first() == 0;
    }

    @Override
    public int feature(int node) {
      return nodes.get(node).feature();
    }

    @Override
    public int first(int node) {
      return nodes.get(node).first();
    }

    @Override
    public int second(int node) {
      return nodes.get(node).second();
    }

    @Override
    public double cover(int node) {
      return nodes.get(node).cover();
    }

    @Override
    public double output(int node) {
      return nodes.get(node).output();
    }
  }

  /** The expected output where some features are known: both ways by cover at the others. */
  private static double expected(RandomTree tree, int node, boolean[] toFirst, int known) {
    if (tree.isLeaf(node)) {
      return tree.output(node);
    }
    if ((known >> tree.feature(node) & 1) == 1) {
      return expected(tree, toFirst[node] ? tree.first(node) : tree.second(node), toFirst, known);
    }
    double first = tree.cover(tree.first(node));
    double both = first + tree.cover(tree.second(node));
    double share = both > 0 ? first / both : 0.5;
    return share * expected(tree, tree.first(node), toFirst, known)
        + (1 - share) * expected(tree, tree.second(node), toFirst, known);
  }

  /** Shapley's formula over all subsets. */
  private static double shapley(RandomTree tree, boolean[] toFirst, int feature) {
    double sum = 0;
    for (int known = 0; known < 1 << WIDTH; known++) {
      if ((known >> feature & 1) == 0) {
        int size = Integer.bitCount(known);
        double weight = factorial(size) * factorial(WIDTH - size - 1) / factorial(WIDTH);
        double with = expected(tree, 0, toFirst, known | 1 << feature);
        sum += weight * (with - expected(tree, 0, toFirst, known));
      }
    }
    return sum;
  }

  private static double factorial(int number) {
    return number < 2 ? 1 : number * factorial(number - 1);
  }

  @Test
  void isTheMeanOverAllOrders() {
    RandomStream stream = new Seeds(11).stream("trees");
    for (int round = 0; round < 300; round++) {
      RandomTree tree = RandomTree.grow(stream, round % 7);
      boolean[] toFirst = ways(stream, tree);
      double[] values = new double[WIDTH];
      TreeShap shap = new TreeShap(tree);
      shap.add(node -> toFirst[node], 1, values);
      double sum = shap.expected();
      for (int feature = 0; feature < WIDTH; feature++) {
        assertThat(values[feature])
            .as("tree %d, feature %d", round, feature)
            .isCloseTo(shapley(tree, toFirst, feature), within(ROUNDING));
        sum += values[feature];
      }
      assertThat(sum).isCloseTo(expected(tree, 0, toFirst, (1 << WIDTH) - 1), within(ROUNDING));
      assertThat(shap.expected()).isCloseTo(expected(tree, 0, toFirst, 0), within(ROUNDING));
    }
  }

  /** A feature at x has one way at each of its cuts: below all cuts above it, and so on. */
  private static boolean[] ways(RandomStream stream, RandomTree tree) {
    boolean[] ways = new boolean[tree.nodes().size()];
    for (int node = 0; node < ways.length; node++) {
      ways[node] = stream.nextDouble() < 0.5;
    }
    return ways;
  }

  /** By hand: of 8 rows 2 go to the leaf 4 and 6 to the leaf 0, so 1 is expected. */
  @Test
  void aStumpGivesAllToItsFeature() {
    RandomTree stump =
        new RandomTree(
            List.of(new Node(2, 1, 2, 8, 0), new Node(0, 0, 0, 2, 4), new Node(0, 0, 0, 6, 0)));
    TreeShap shap = new TreeShap(stump);
    double[] values = new double[WIDTH];
    shap.add(node -> true, 0.5, values);
    assertThat(shap.expected()).isEqualTo(1);
    assertThat(values).containsExactly(0, 0, 0.5 * 3, 0, 0);
  }
}
