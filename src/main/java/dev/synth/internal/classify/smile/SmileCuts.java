package dev.synth.internal.classify.smile;

import dev.synth.internal.classify.smile.tree.FlatTree;
import smile.base.cart.InternalNode;
import smile.base.cart.Node;
import smile.base.cart.RegressionNode;
import smile.data.AbstractTuple;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.type.StructType;

/**
 * Smile's regression trees as arrays.
 *
 * <p>Smile shows on which side of a node's cut a row is, but not the cut. The cut is the largest
 * number on the lower side; bisection over the bits of doubles finds it in 64 questions, exactly.
 */
final class SmileCuts {
  private final int[] feature;
  private final double[] number;
  private final int[] falseChild;
  private final int[] cover;

  private SmileCuts(int nodes) {
    feature = new int[nodes];
    number = new double[nodes];
    falseChild = new int[nodes];
    cover = new int[nodes];
  }

  /**
   * Returns a tree of cuts at numbers.
   *
   * @param width the number of features
   */
  static FlatTree flat(Node root, int width) {
    SmileCuts cuts = new SmileCuts(2 * leaves(root) - 1);
    cuts.write(root, 0, width);
    return new FlatTree(cuts.feature, cuts.number, cuts.falseChild, cuts.cover, width);
  }

  private static int leaves(Node node) {
    return node instanceof InternalNode inner
        ? leaves(inner.trueChild()) + leaves(inner.falseChild())
        : 1;
  }

  /** Writes a node and all below it from a position on, and returns the next free position. */
  private int write(Node node, int position, int width) {
    cover[position] = node.size();
    if (node instanceof RegressionNode leaf) {
      feature[position] = -1;
      number[position] = leaf.output();
      return position + 1;
    }
    InternalNode inner = (InternalNode) node;
    feature[position] = inner.feature();
    number[position] = cut(inner, width);
    falseChild[position] = write(inner.trueChild(), position + 1, width);
    return write(inner.falseChild(), falseChild[position], width);
  }

  /** Returns the largest number that is on a node's lower side. */
  private static double cut(InternalNode node, int width) {
    Probe probe = new Probe(width);
    long low = rank(Double.NEGATIVE_INFINITY); // is on the lower side
    long high = rank(Double.POSITIVE_INFINITY); // is not, since cuts are finite
    while (low + 1 < high) {
      long middle = low + ((high - low) >>> 1);
      probe.value = number(middle);
      if (node.branch(probe)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return number(low);
  }

  /** Returns a whole number that is larger for larger doubles; −0 is before 0. */
  private static long rank(double value) {
    long bits = Double.doubleToRawLongBits(value);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits - 1;
  }

  private static double number(long rank) {
    return Double.longBitsToDouble(rank >= 0 ? rank : Long.MIN_VALUE - rank - 1);
  }

  /** A row that has one number in all features. */
  private static final class Probe extends AbstractTuple {
    private static final long serialVersionUID = 1L;
    private double value;

    Probe(int width) {
      super(schema(width));
    }

    private static StructType schema(int width) {
      StructField[] fields = new StructField[width];
      for (int i = 0; i < width; i++) {
        fields[i] = new StructField("x" + i, DataTypes.DoubleType);
      }
      return new StructType(fields);
    }

    @Override
    public Object get(int i) {
      return value;
    }

    @Override
    public double getDouble(int i) {
      return value;
    }
  }
}
