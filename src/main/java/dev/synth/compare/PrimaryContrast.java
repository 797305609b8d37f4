package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One judged arm against {@code none}: the numbers, and the verdict that follows from them.
 *
 * @param estimate the difference in average precision with the first-listed classifier
 * @param correctedP its p-value after Holm over all primary contrasts; null where there is none
 * @param detectable how small an effect could have been seen; null where nothing could
 * @param testRare the mean number of rare test rows a repeat
 * @param rivals the differences in average precision to the free baselines on the same real rows
 *     and at the same class ratio; outside Holm's family
 */
@JsonPropertyOrder("verdict")
@JsonIgnoreProperties(
    value = {"verdict", "sentence", "free_baselines"},
    allowGetters = true)
public record PrimaryContrast(
    PairedDifference estimate,
    @Nullable Double correctedP,
    @Nullable Detectable detectable,
    double testRare,
    List<PairedDifference> rivals) {
  public PrimaryContrast {
    rivals = List.copyOf(rivals);
  }

  /** Decides: the corrected p-value, then the sign. */
  public Verdict verdict() {
    Double minimum = detectable == null ? null : (Double) detectable.minimum();
    if (correctedP == null || estimate.mean() == null) {
      return new Verdict.NoEvidence(minimum, Verdict.Why.NOT_TESTED, estimate.note());
    }
    if (!(correctedP < Protocol.ALPHA)) {
      return new Verdict.NoEvidence(minimum, Verdict.Why.NOT_SIGNIFICANT, null);
    }
    return estimate.mean() > 0 ? new Verdict.Uplift() : new Verdict.Harm();
  }

  /** Returns the verdict's word, for files. */
  @JsonProperty("verdict")
  public String word() {
    return verdict().word();
  }

  /** Returns whether the arm also beats what costs nothing. */
  @JsonIgnore
  public FreeBaselines freeBaselines() {
    return FreeBaselines.of(verdict() instanceof Verdict.Uplift, rivals);
  }
}
