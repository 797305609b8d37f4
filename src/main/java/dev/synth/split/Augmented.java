package dev.synth.split;

import dev.synth.table.LabelledTable;
import dev.synth.table.Table;
import java.util.BitSet;

/**
 * Real training rows followed by synthetic rare rows: what classifiers learn from.
 *
 * <p>It is not {@link Training}, so no generator, encoder or metric can mistake synthetic rows for
 * real ones.
 *
 * @param real the real rows, from which alone statistics may be learned
 * @param synthetic the synthetic rows, all of the rare class
 */
public record Augmented(Training real, Synthetic synthetic) {
  public Augmented {
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
   */
  public Table emitted() {
    BitSet allRare = new BitSet();
    allRare.set(0, synthetic.rowCount());
    return real.rows().followedBy(synthetic.rows(), allRare).emitted();
  }

  /** Returns the number of rows, real and synthetic. */
  public int rowCount() {
    return real.rowCount() + synthetic.rowCount();
  }

  /** Returns which rows are rare, the real ones first. */
  public BitSet rareRows() {
    BitSet rare = new BitSet();
    for (int row = 0; row < real.rowCount(); row++) {
      rare.set(row, real.rows().isRare(row));
    }
    rare.set(real.rowCount(), real.rowCount() + synthetic.rowCount());
    return rare;
  }

  /** Returns the number of rare rows, real and synthetic. */
  public int rareCount() {
    return real.rareCount() + synthetic.rowCount();
  }

  /** Returns the number of rows of the other class. */
  public int otherCount() {
    return real.rowCount() - real.rareCount();
  }
}
