package dev.synth.internal.validate;

import dev.synth.internal.validate.metric.RowSums;
import dev.synth.validate.ValidationReport.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Sums over all rows of each side, where only samples of them are at hand.
 *
 * @param training of the rare training rows
 * @param heldOut of the rare held-out rows, or null where there are none
 * @param synthetic of the rows to judge
 */
public record WholeSums(RowSums training, @Nullable RowSums heldOut, RowSums synthetic) {
  /** Returns the sums of a reference; null where it has no rows. */
  @Nullable RowSums real(Reference reference) {
    return switch (reference) {
      case TRAINING -> training;
      case VALIDATION -> heldOut;
    };
  }
}
