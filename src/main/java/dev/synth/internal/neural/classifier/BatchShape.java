package dev.synth.internal.neural.classifier;

import dev.synth.internal.base.PlainText;

/**
 * The make-up of each batch of a classifier's training rows. The rare rows stand first.
 *
 * <p>Rare rows may be more frequent in a batch than in the data, so that no step goes without them;
 * the loss weighs them down to their share again, and its expectation is that over all rows.
 *
 * @param size rows, at least 2
 * @param rareRows how many of them are rare, at least 1, not all
 * @param rareShare what the rare rows weigh in sum, in (0, 1); the others weigh the rest
 */
public record BatchShape(int size, int rareRows, double rareShare) {
  public BatchShape {
    if (rareRows < 1 || rareRows >= size || !(rareShare > 0 && rareShare < 1)) {
      throw new IllegalArgumentException(
          PlainText.of("%d rare rows of %d that weigh %s", rareRows, size, rareShare));
    }
  }

  /** Returns what one row of a batch weighs; all of them weigh 1. */
  double weight(int row) {
    return row < rareRows ? rareShare / rareRows : (1 - rareShare) / (size - rareRows);
  }
}
