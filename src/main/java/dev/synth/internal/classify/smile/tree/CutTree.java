package dev.synth.internal.classify.smile.tree;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import smile.base.cart.CART;
import smile.base.cart.InternalNode;
import smile.base.cart.LeafNode;
import smile.base.cart.Split;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.type.StructType;
import smile.math.MathEx;

/**
 * A classification tree on Smile's {@link CART}, with a split search of our own.
 *
 * <p>Smile's {@code DecisionTree} looks at a cut only where two neighbouring rows differ in class.
 * Between tied values the rows' order is arbitrary, so with a rare class it misses nearly every cut
 * of a feature with few values, a 0/1 feature above all. It also takes values closer than 1e-7 for
 * equal, and gives up a node when the few features drawn for it are constant there. This search
 * weighs every cut; a node is given up only when no feature can cut it. Besides, rare rows can
 * weigh more, which Smile can't do (its class weights thin out the class).
 */
final class CutTree extends CART {
  private static final long serialVersionUID = 1L;
  private static final StructField RESPONSE = new StructField("rare", DataTypes.IntType);

  private final transient ForestRows rows;
  private final transient CutSearch search;
  private final TreeOptions.Cuts cuts;

  /** A leaf that knows its rare rows. */
  static final class Leaf extends LeafNode {
    private static final long serialVersionUID = 1L;

    private final double rareRows;
    private final boolean pure;

    Leaf(int size, double rareRows, boolean pure) {
      super(size);
      this.rareRows = rareRows;
      this.pure = pure;
    }

    /** Returns how many of the drawn rows are rare, by expectation. */
    double rareRows() {
      return rareRows;
    }

    @Override
    public double deviance() {
      return 0;
    }

    @Override
    public String dot(StructType schema, StructField response, int id) {
      throw new UnsupportedOperationException("trees are not drawn");
    }

    @Override
    public int[] toString(
        StructType schema,
        StructField response,
        InternalNode parent,
        int depth,
        BigInteger id,
        List<String> lines) {
      throw new UnsupportedOperationException("trees are not printed");
    }
  }

  /**
   * Grows a tree.
   *
   * @param samples how often each row was drawn
   * @param seed seeds Smile's random numbers of this thread, which draw the features of each node
   */
  CutTree(ForestRows rows, TreeOptions options, int[] samples, long seed) {
    super(
        rows.frame(),
        RESPONSE,
        options.maximumDepth(),
        Integer.MAX_VALUE,
        options.minimumLeafRows(),
        (int) Math.sqrt(rows.features().width()),
        samples,
        new int[rows.features().width()][]); // no order of rows: codes are counted instead
    this.rows = rows;
    this.search = new CutSearch(rows, options.minimumLeafRows());
    this.cuts = options.cuts();
    MathEx.setSeed(seed);
    LeafNode first = newNode(index);
    root = first;
    findBestSplit(first, 0, index.length, new boolean[rows.features().width()])
        .ifPresent(best -> split(best, null));
    clear();
  }

  char[] codes(int feature) {
    return rows.codes().codes(feature);
  }

  /** Returns the middle between the node's numbers up to a code and those above it. */
  double cutAfter(int feature, int code, int from, int to) {
    double[] values = rows.features().column(feature);
    char[] codes = codes(feature);
    double atMost = Double.NEGATIVE_INFINITY;
    double above = Double.POSITIVE_INFINITY;
    for (int i = from; i < to; i++) {
      double value = values[index[i]];
      if (codes[index[i]] <= code) {
        atMost = Math.max(atMost, value);
      } else {
        above = Math.min(above, value);
      }
    }
    double middle = atMost + (above - atMost) / 2;
    return middle < above ? middle : atMost;
  }

  @Override
  protected LeafNode newNode(int[] nodeRows) {
    double[] shares = rows.shares();
    int size = 0;
    double rareRows = 0;
    boolean pure = true;
    for (int row : nodeRows) {
      size += samples[row];
      rareRows += samples[row] * shares[row];
      pure &= shares[row] == shares[nodeRows[0]];
    }
    return new Leaf(size, rareRows, pure);
  }

  @Override
  protected double impurity(LeafNode node) {
    return ((Leaf) node).pure ? 0 : 1; // Smile asks if it is 0
  }

  /** Draws features until one of them can cut the node, or none is left. */
  @Override
  protected Optional<Split> findBestSplit(LeafNode node, int from, int to, boolean[] unsplittable) {
    if (node.size() < 2 * nodeSize || impurity(node) == 0) {
      return Optional.empty();
    }
    while (true) {
      Optional<Split> found = super.findBestSplit(node, from, to, unsplittable);
      if (found.isPresent() || !leavesAny(unsplittable)) {
        return found;
      }
    }
  }

  private static boolean leavesAny(boolean[] unsplittable) {
    for (boolean done : unsplittable) {
      if (!done) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected Optional<Split> findBestSplit(
      LeafNode node, int feature, double impurity, int from, int to) {
    Leaf leaf = (Leaf) node;
    CutSearch.Cut cut =
        switch (cuts) {
          case BEST -> search.best(feature, leaf, index, from, to, samples);
          case RANDOM -> search.random(feature, leaf, index, from, to, samples);
        };
    return cut == null
        ? Optional.empty()
        : Optional.of(new CutNode.Candidate(this, node, feature, cut, from, to));
  }
}
