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
 * @param whole sums over all rows, of which these are samples; null where these are all
 */
public record ComparedSamples(
    Sample training, @Nullable Sample heldOut, Sample synthetic, @Nullable WholeSums whole) {
  /** Rows of which none are left out. */
  public ComparedSamples(Sample training, @Nullable Sample heldOut, Sample synthetic) {
    this(training, heldOut, synthetic, null);
  }

  /** Returns the same beside sums over all rows. */
  ComparedSamples of(@Nullable WholeSums sums) {
    return new ComparedSamples(training, heldOut, synthetic, sums);
  }

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
