package dev.synth.compare;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.PairedTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one figure of an arm differs from another arm's, repeat by repeat on the same rows.
 *
 * @param measure which figure
 * @param arm the arm
 * @param reference the arm that it is compared with
 * @param classifier whose scores
 * @param differences arm minus reference, one a repeat; empty where a repeat has no figure
 * @param mean their mean, or null where there is none
 * @param standardError the corrected standard error of the mean, or null where there is none
 * @param low lower end of the 95 % interval, not corrected for several contrasts; or null
 * @param high its upper end, or null
 * @param p two-sided p-value, not corrected for several contrasts; or null
 * @param blocks what the standard error of a split by time rests on; null for splits at random
 * @param note why something is null, or null
 */
public record PairedDifference(
    EvaluationMetric measure,
    Arm arm,
    Arm reference,
    String classifier,
    List<Double> differences,
    @Nullable Double mean,
    @Nullable Double standardError,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double p,
    @Nullable TimeBlocks blocks,
    @Nullable String note) {
  public PairedDifference {
    differences = List.copyOf(differences);
  }

  /** What is compared with what. */
  public record Subject(EvaluationMetric measure, Arm arm, Arm reference, String classifier) {
    public PairedDifference without(List<Double> differences, String note) {
      return without(differences, null, note);
    }

    PairedDifference without(List<Double> differences, @Nullable TimeBlocks blocks, String note) {
      Double mean = differences.isEmpty() ? null : (Double) Moments.mean(differences);
      return new PairedDifference(
          measure,
          arm,
          reference,
          classifier,
          differences,
          mean,
          null,
          null,
          null,
          null,
          blocks,
          note);
    }

    public PairedDifference with(
        List<Double> differences, PairedTest test, @Nullable TimeBlocks blocks) {
      double halfWidth = test.halfWidth(1 - Protocol.ALPHA);
      return new PairedDifference(
          measure,
          arm,
          reference,
          classifier,
          differences,
          test.mean(),
          test.standardError(),
          test.mean() - halfWidth,
          test.mean() + halfWidth,
          test.p(),
          blocks,
          null);
    }
  }
}
