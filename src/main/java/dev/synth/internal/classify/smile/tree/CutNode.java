package dev.synth.internal.classify.smile.tree;

import java.util.function.IntPredicate;
import smile.base.cart.LeafNode;
import smile.base.cart.Node;
import smile.base.cart.OrdinalNode;
import smile.base.cart.OrdinalSplit;

/** A node that sends rows up to a cut one way, and shows its cut, as Smile's own does not. */
final class CutNode extends OrdinalNode {
  private static final long serialVersionUID = 1L;

  private final double cut;

  private CutNode(int feature, double cut, double score, Node atMost, Node above) {
    super(feature, cut, score, 0, atMost, above);
    this.cut = cut;
  }

  /** Returns the largest number that goes to the true child. */
  double cut() {
    return cut;
  }

  /** A cut after a code; which number that is, is worked out for the chosen split only. */
  static final class Candidate extends OrdinalSplit {
    private final CutTree tree;
    private final int feature;
    private final int code;
    private final double score;
    private final int from;
    private final int to;

    Candidate(CutTree tree, LeafNode leaf, int feature, CutSearch.Cut cut, int from, int to) {
      super(
          leaf,
          feature,
          Double.NaN,
          cut.gain(),
          from,
          to,
          cut.rowsAtMost(),
          leaf.size() - cut.rowsAtMost(),
          goesUpTo(tree.codes(feature), cut.code()));
      this.tree = tree;
      this.feature = feature;
      this.code = cut.code();
      this.score = cut.gain();
      this.from = from;
      this.to = to;
    }

    private static IntPredicate goesUpTo(char[] codes, int code) {
      return row -> codes[row] <= code;
    }

    @Override
    public CutNode toNode(Node atMost, Node above) {
      return new CutNode(feature, tree.cutAfter(feature, code, from, to), score, atMost, above);
    }
  }
}
