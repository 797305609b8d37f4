package dev.synth.internal.validate.metric;

import org.jspecify.annotations.Nullable;

/**
 * Synthetic rows with the soft labels that a teacher of the training rows gave them. The array is
 * not copied.
 *
 * @param synthetic the rows
 * @param labels how rare each is, in [0, 1]
 * @param unseenOthers real rows of the other class that neither generator nor teacher saw; null
 *     where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LabelledDraws(Sample synthetic, double[] labels, @Nullable Sample unseenOthers) {
  public LabelledDraws {
    if (labels.length != synthetic.rowCount()) {
      throw new IllegalArgumentException("the labels are not one a row");
    }
  }
}
