package dev.synth.split;

import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Real training rows followed by synthetic ones: what classifiers learn from.
 *
 * <p>It is not {@link Training}, so no generator, encoder or metric can mistake synthetic rows for
 * real ones.
 *
 * @param real the real rows, from which alone statistics may be learned
 * @param synthetic the synthetic rows
 * @param soft how rare each synthetic row is; null where all of them are called rare
 */
public record Augmented(Training real, Synthetic synthetic, @Nullable SoftLabels soft) {
  public Augmented {
    if (soft != null && soft.count() != synthetic.rowCount()) {
      throw new IllegalArgumentException("there must be one label a synthetic row");
    }
    if (!real.rows().features().schema().equals(synthetic.rows().schema())) {
      throw new IllegalArgumentException("real and synthetic rows have different columns");
    }
  }

  /** Returns the features of the real rows, followed by those of the synthetic ones. */
  public Table features() {
    return real.rows().features().followedBy(synthetic.rows());
  }

  /**
   * Returns the real rows followed by the synthetic ones as files have them, the label in its
   * place. It is no {@link LabelledTable}, so that nobody splits rows that are augmented already.
   *
   * <p>With soft labels the synthetic rows stand there twice. First all of them are rare rows, then
   * all of them are rows of the other class. {@link #pairWeights} tells what each weighs.
   */
  public Table emittedInPairs() {
    BitSet allRare = new BitSet();
    allRare.set(0, synthetic.rowCount());
    LabelledTable rows = real.rows().followedBy(synthetic.rows(), allRare);
    return (soft == null ? rows : rows.followedBy(synthetic.rows(), new BitSet())).emitted();
  }

  /**
   * Returns the real rows followed by the synthetic ones as files have them, each once, the label
   * in its place: that of the likelier class. {@link #rareShares} tells how rare each is.
   */
  public Table emittedOnce() {
    BitSet likelyRare = new BitSet();
    for (int row = 0; row < synthetic.rowCount(); row++) {
      likelyRare.set(row, soft == null || soft.of(row) >= 0.5);
    }
    return real.rows().followedBy(synthetic.rows(), likelyRare).emitted();
  }

  /** Returns what each row of {@link #emittedInPairs} weighs, in [0, 1]; 1 with hard labels. */
  public double[] pairWeights() {
    int added = synthetic.rowCount();
    double[] weights = new double[soft == null ? rowCount() : rowCount() + added];
    Arrays.fill(weights, 1);
    for (int row = 0; row < added && soft != null; row++) {
      weights[real.rowCount() + row] = soft.of(row);
      weights[rowCount() + row] = 1 - soft.of(row);
    }
    return weights;
  }

  /** Returns the number of rows, real and synthetic. */
  public int rowCount() {
    return real.rowCount() + synthetic.rowCount();
  }

  /** Returns for each row how rare it is, in [0, 1], the real ones first: 1 or 0 for these. */
  public double[] rareShares() {
    double[] shares = new double[rowCount()];
    for (int row = 0; row < shares.length; row++) {
      int added = row - real.rowCount();
      shares[row] =
          added < 0 ? (real.rows().isRare(row) ? 1 : 0) : soft == null ? 1 : soft.of(added);
    }
    return shares;
  }

  /** Returns the number of rare rows, real and synthetic; with soft labels, by expectation. */
  public double rareCount() {
    return real.rareCount() + (soft == null ? synthetic.rowCount() : soft.sum());
  }

  /** Returns the number of rows of the other class; with soft labels, by expectation. */
  public double otherCount() {
    return rowCount() - rareCount();
  }
}
