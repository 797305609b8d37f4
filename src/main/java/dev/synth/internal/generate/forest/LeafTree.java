package dev.synth.internal.generate.forest;

import java.util.List;

/** A tree's leaves, and which of them each row is in. */
final class LeafTree {
  /** A bound of a number that no cut bounds: beyond the encoder's scale, which ends at ±8. */
  static final double UNBOUNDED = 100;

  private final List<Leaf> leaves;
  private final int[] leafOf;

  /**
   * A tree.
   *
   * @param leaves the leaves
   * @param leafOf for each real row its leaf's position; where the tree was grown, for the
   *     synthetic rows behind them too; shared
   */
  LeafTree(List<Leaf> leaves, int[] leafOf) {
    this.leaves = List.copyOf(leaves);
    this.leafOf = leafOf;
  }

  List<Leaf> leaves() {
    return leaves;
  }

  /** Returns a row's leaf. */
  Leaf leaf(int row) {
    return leaves.get(leafOf[row]);
  }

  /** Returns for each row its leaf's position; shared. */
  int[] leafOf() {
    return leafOf;
  }

  /** A leaf. Its arrays are shared. */
  static final class Leaf {
    private final int[] rows;
    private final double[] lower;
    private final double[] upper;

    /**
     * A leaf.
     *
     * @param rows its real rows in rising order, at least one
     * @param lower for each scalar span the bound above which its numbers lie
     * @param upper for each scalar span the bound that its numbers don't exceed
     */
    Leaf(int[] rows, double[] lower, double[] upper) {
      if (rows.length == 0) {
        throw new IllegalArgumentException("a leaf without real rows");
      }
      this.rows = rows;
      this.lower = lower;
      this.upper = upper;
    }

    int[] rows() {
      return rows;
    }

    double[] lower() {
      return lower;
    }

    double[] upper() {
      return upper;
    }
  }
}
