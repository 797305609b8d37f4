package dev.synth.internal.validate;

import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.ValidationReport.Reference;
import org.jspecify.annotations.Nullable;

/**
 * The rows that are compared.
 *
 * @param training rare rows that the generator learned from
 * @param heldOut rare rows that it never saw, or null where there are too few to compare with
 * @param synthetic the rows to judge
 */
public record ComparedSamples(Sample training, @Nullable Sample heldOut, Sample synthetic) {
  /** Returns the real rows of a reference. */
  Sample real(Reference reference) {
    return switch (reference) {
      case TRAINING -> training;
      case VALIDATION -> {
        if (heldOut == null) {
          throw new IllegalStateException("no rows were held out");
        }
        yield heldOut;
      }
    };
  }
}
