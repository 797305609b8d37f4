package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.synth.evaluate.Arm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference in money between an arm and its reference, repeat by repeat on the same test rows.
 *
 * @param figure what is compared, by its key: {@code saved} or {@code saved_at_min_cost}
 * @param arm the arm
 * @param reference the same real training rows with nothing added
 * @param classifier whose scores
 * @param differences arm minus reference, one a repeat
 * @param mean their mean
 * @param standardError the corrected standard error of the mean, or null where there is none
 * @param low lower end of the 95 % interval, not corrected for several contrasts; or null
 * @param high its upper end, or null
 * @param p two-sided p-value, not corrected for several contrasts; or null
 * @param effectiveLosses the number of equal losses that would vary as the tested ones do. Null
 *     where losses are not known row by row, as in splits by time and older files
 * @param note why something is null, or null
 */
public record Saving(
    String figure,
    Arm arm,
    Arm reference,
    String classifier,
    List<Double> differences,
    double mean,
    @Nullable Double standardError,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double p,
    @Nullable Double effectiveLosses,
    @Nullable Untested note) {
  /** With fewer effective losses the interval is too short to be relied on (ADR 91). */
  private static final double FEW_LOSSES = 8;

  public Saving {
    differences = List.copyOf(differences);
  }

  /** Returns whether so few losses make up the money that its interval cannot be relied on. */
  @JsonIgnore
  public boolean restsOnFewLosses() {
    return effectiveLosses != null && effectiveLosses < FEW_LOSSES;
  }
}
