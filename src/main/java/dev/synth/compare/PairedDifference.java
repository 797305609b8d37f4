package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.stats.Moments;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference of one figure between two arms, repeat by repeat on the same rows.
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
 * @param p two-sided p-value in [0, 1], not corrected for several contrasts; or null. For a judged
 *     contrast it is that of all looks together where the number of repeats was not fixed
 * @param blocks what the standard error of a split by time rests on; null for splits at random
 * @param spread what the standard error of a split at random rests on; null for splits by time, and
 *     where it is Nadeau and Bengio's
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
    @Nullable RowSpread spread,
    @Nullable Untested note) {
  /** A difference whose standard error does not rest on the rows of random splits. */
  public PairedDifference(
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
      @Nullable Untested note) {
    this(
        measure,
        arm,
        reference,
        classifier,
        differences,
        mean,
        standardError,
        low,
        high,
        p,
        blocks,
        null,
        note);
  }

  public PairedDifference {
    differences = List.copyOf(differences);
  }

  /**
   * The test of the differences.
   *
   * @param mean their mean
   * @param standardError its standard error
   * @param halfWidth half the width of its 95 % interval
   * @param p its two-sided p-value
   * @param spread what the standard error of a split at random rests on, or null
   */
  public record Estimate(
      double mean, double standardError, double halfWidth, double p, @Nullable RowSpread spread) {
    /** Returns the lower end of the interval. */
    public double low() {
      return mean - halfWidth;
    }

    /** Returns its upper end. */
    public double high() {
      return mean + halfWidth;
    }
  }

  /** Returns the same with another p-value. */
  public PairedDifference withP(double other) {
    return new PairedDifference(
        measure,
        arm,
        reference,
        classifier,
        differences,
        mean,
        standardError,
        low,
        high,
        other,
        blocks,
        spread,
        note);
  }

  /** Returns what is compared with what. */
  @JsonIgnore
  public Subject subject() {
    return new Subject(measure, arm, reference, classifier);
  }

  /** The two sides of a difference. */
  public record Subject(EvaluationMetric measure, Arm arm, Arm reference, String classifier) {
    public PairedDifference without(List<Double> differences, Untested note) {
      return without(differences, null, note);
    }

    public PairedDifference without(
        List<Double> differences, @Nullable TimeBlocks blocks, Untested note) {
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
        List<Double> differences, Estimate estimate, @Nullable TimeBlocks blocks) {
      return new PairedDifference(
          measure,
          arm,
          reference,
          classifier,
          differences,
          estimate.mean(),
          estimate.standardError(),
          estimate.low(),
          estimate.high(),
          estimate.p(),
          blocks,
          estimate.spread(),
          null);
    }
  }
}
