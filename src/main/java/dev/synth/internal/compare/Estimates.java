package dev.synth.internal.compare;

import dev.synth.compare.PairedDifference;
import dev.synth.compare.PairedDifference.Estimate;
import dev.synth.compare.Protocol;
import dev.synth.compare.RowSpread;
import dev.synth.compare.TimeBlocks;
import dev.synth.compare.Untested;
import dev.synth.internal.stats.BlockBootstrap;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.PairedTest;
import dev.synth.internal.stats.RowSampling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The estimate of a paired difference, whichever test it comes from. */
final class Estimates {
  private Estimates() {}

  /** Returns what a test says; nothing where its standard error is 0. */
  static Optional<Estimate> of(PairedTest test) {
    return test.standardError() == 0
        ? Optional.empty()
        : Optional.of(
            new Estimate(
                test.mean(),
                test.standardError(),
                test.halfWidth(1 - Protocol.ALPHA),
                test.p(),
                spread(test)));
  }

  private static @Nullable RowSpread spread(PairedTest test) {
    return switch (test) {
      case RowSampling rows ->
          new RowSpread(
              rows.rowVariance(),
              rows.refitVariance() / rows.repeats(),
              rows.rows().rareUnits(),
              rows.distribution().degreesOfFreedom());
      case NadeauBengio repeats -> null;
      case BlockBootstrap blocks -> null;
    };
  }

  /**
   * Returns a difference with the estimate of its test.
   *
   * @param blocks what the test rests on, or null
   * @param parts what does not vary where the standard error is 0
   */
  static PairedDifference difference(
      PairedDifference.Subject subject,
      List<Double> differences,
      PairedTest test,
      @Nullable TimeBlocks blocks,
      Untested.NoVariation.Parts parts) {
    return of(test)
        .map(estimate -> subject.with(differences, estimate, blocks))
        .orElseGet(() -> subject.without(differences, blocks, new Untested.NoVariation(parts)));
  }
}
