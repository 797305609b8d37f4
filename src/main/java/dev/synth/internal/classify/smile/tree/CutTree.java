package dev.synth.internal.classify.smile.tree;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import smile.math.random.MersenneTwister;

/**
 * A classification tree as Smile's CART grows it, on Smile's random numbers, with a search and a
 * growth of our own.
 *
 * <p>Smile's {@code DecisionTree} looks at a cut only where two neighbouring rows differ in class.
 * Between tied values the rows' order is arbitrary, so with a rare class it misses nearly every cut
 * of a feature with few values, a 0/1 feature above all. It also takes values closer than 1e-7 for
 * equal, and gives up a node when the few features drawn for it are constant there. This search
 * weighs every cut; a node is given up only when no feature can cut it. Besides, rare rows can
 * weigh more, which Smile can't do (its class weights thin out the class).
 *
 * <p>Nodes are grown in CART's order, so that the features drawn for them are the same. A node's
 * rows are parted by a plain loop. CART filters them in streams and marks them in an array of all
 * rows, which was half of a forest's time.
 */
final class CutTree {
  private final ForestRows rows;
  private final TreeOptions options;
  private final CutSearch search;
  private final MersenneTwister order;
  private final int[] aside;
  private final int featuresDrawn;
  private final Node root;

  /** A node, which cuts or is a leaf. */
  sealed interface Node {
    /** Returns how many leaves there are below, or 1. */
    int leaves();
  }

  /**
   * A leaf.
   *
   * @param size the drawn rows
   * @param rareRows the rare ones of them, by expectation
   * @param isPure whether all rows are equally rare
   */
  record Leaf(int size, double rareRows, boolean isPure) implements Node {
    @Override
    public int leaves() {
      return 1;
    }
  }

  /**
   * A node that sends rows up to a number one way.
   *
   * @param feature the feature that it looks at
   * @param cut the largest number that goes to the first child
   * @param leaves how many leaves there are below
   */
  record Inner(int feature, double cut, Node atMost, Node above, int leaves) implements Node {}

  /**
   * The best cut of a node.
   *
   * @param unsplittable the features that can't cut the node, nor any below it
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record BestCut(int feature, CutSearch.Cut cut, boolean[] unsplittable) {}

  /**
   * Grows a tree.
   *
   * @param samples how often each row was drawn
   * @param seed seeds Smile's random numbers, which draw the features of each node
   */
  CutTree(ForestRows rows, TreeOptions options, int[] samples, long seed) {
    this.rows = rows;
    this.options = options;
    this.search = new CutSearch(rows, options, samples, seed);
    this.featuresDrawn = (int) Math.sqrt(rows.features().width());
    this.aside = new int[samples.length];
    this.order = new MersenneTwister(seed);
    NodeRows all = NodeRows.drawn(samples, rows.shares());
    Leaf first = leaf(Arrays.stream(samples).sum(), all);
    boolean[] none = new boolean[rows.features().width()];
    root = grow(first, find(first, all, none), all, 1);
  }

  /** Returns the grown tree. */
  Node root() {
    return root;
  }

  /**
   * Returns a node of some rows, cut where it can be, and all below it.
   *
   * @param depth 1 for the root, as CART counts
   */
  private Node grow(Leaf leaf, @Nullable BestCut found, NodeRows own, int depth) {
    if (found == null || depth >= options.maximumDepth()) {
      return leaf;
    }
    CutSearch.Cut cut = found.cut();
    int least = Math.min(cut.rowsAtMost(), leaf.size() - cut.rowsAtMost());
    if (least < options.minimumLeafRows()) {
      return leaf;
    }
    double number = numberOf(found.feature(), cut.code(), own);
    NodeRows[] sides = own.part(rows.codes().codes(found.feature()), cut.code(), aside);
    Leaf below = leaf(cut.rowsAtMost(), sides[0]);
    Leaf over = leaf(leaf.size() - cut.rowsAtMost(), sides[1]);
    BestCut first = find(below, sides[0], found.unsplittable().clone());
    BestCut second = find(over, sides[1], found.unsplittable());
    Node atMost = grow(below, first, sides[0], depth + 1);
    Node rest = grow(over, second, sides[1], depth + 1);
    return new Inner(found.feature(), number, atMost, rest, atMost.leaves() + rest.leaves());
  }

  private Leaf leaf(int size, NodeRows own) {
    return new Leaf(size, search.rareRows(own), own.isPure(rows.shares()));
  }

  /** Returns the middle between the node's numbers up to a code and those above it. */
  private double numberOf(int feature, int code, NodeRows own) {
    int[] index = own.all();
    double[] values = rows.features().column(feature);
    char[] codes = rows.codes().codes(feature);
    double atMost = Double.NEGATIVE_INFINITY;
    double over = Double.POSITIVE_INFINITY;
    for (int i = own.from(); i < own.to(); i++) {
      double value = values[index[i]];
      if (codes[index[i]] <= code) {
        atMost = value > atMost ? value : atMost;
      } else {
        over = value < over ? value : over;
      }
    }
    double middle = atMost + (over - atMost) / 2;
    return middle < over ? middle : atMost;
  }

  /** Draws features until one of them can cut the node, or none is left. */
  private @Nullable BestCut find(Leaf node, NodeRows own, boolean[] unsplittable) {
    if (node.size() < 2 * options.minimumLeafRows() || node.isPure()) {
      return null;
    }
    while (true) {
      int[] left = splittable(unsplittable);
      if (featuresDrawn < unsplittable.length) {
        permutate(left);
      }
      BestCut best = null;
      for (int i = 0; i < Math.min(featuresDrawn, left.length); i++) {
        CutSearch.Cut cut =
            switch (options.cuts()) {
              case BEST -> search.best(left[i], node, own);
              case RANDOM -> search.random(left[i], node, own);
            };
        if (cut == null) {
          unsplittable[left[i]] = true;
        } else if (best == null || Double.compare(best.cut().gain(), cut.gain()) < 0) {
          best = new BestCut(left[i], cut, unsplittable);
        }
      }
      if (best != null || splittable(unsplittable).length == 0) {
        return best;
      }
    }
  }

  /** As Smile's {@code MathEx.permutate} does. */
  private void permutate(int[] features) {
    for (int i = 0; i < features.length; i++) {
      int other = i + order.nextInt(features.length - i);
      int feature = features[i];
      features[i] = features[other];
      features[other] = feature;
    }
  }

  private static int[] splittable(boolean[] unsplittable) {
    int[] features = new int[unsplittable.length];
    int count = 0;
    for (int feature = 0; feature < features.length; feature++) {
      if (!unsplittable[feature]) {
        features[count++] = feature;
      }
    }
    return Arrays.copyOf(features, count);
  }
}
