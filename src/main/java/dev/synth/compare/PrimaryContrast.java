package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One judged arm against {@code none}: the numbers, and the verdict that follows from them.
 *
 * <p>Two families are corrected by Holm's method, each at 0.05: the tests of a difference, and the
 * tests of equivalence. No truth makes both null hypotheses of one contrast true.
 *
 * @param estimate the difference in average precision with the first-listed classifier
 * @param correctedP its p-value after Holm over all primary contrasts; null where there is none
 * @param equivalence the test that the arm changes less than the effect worth having; null where
 *     there is none, as in files of version 6 and before
 * @param detectable how small an effect could have been seen; null where nothing could
 * @param testRare the mean number of rare test rows a repeat
 * @param rivals the differences in average precision to the free baselines on the same real rows
 *     and at the same class ratio; outside Holm's family
 * @param inUse what the arm changes in use; null in files of version 6 and before
 * @param free the tests that all of these are beaten; null in files of version 6 and before
 */
@JsonPropertyOrder("verdict")
@JsonIgnoreProperties(
    value = {"verdict", "sentence", "free_baselines", "in_words"},
    allowGetters = true)
public record PrimaryContrast(
    PairedDifference estimate,
    @Nullable Double correctedP,
    @Nullable Equivalence equivalence,
    @Nullable Detectable detectable,
    double testRare,
    List<PairedDifference> rivals,
    @Nullable InUse inUse,
    @Nullable Free free) {
  public PrimaryContrast {
    rivals = List.copyOf(rivals);
  }

  /**
   * Two one-sided tests against a margin that was fixed beforehand.
   *
   * @param effect the margin, to either side of no difference: the effect worth having
   * @param p the larger of the two p-values, not corrected for several contrasts
   * @param correctedP the same after Holm over all primary contrasts
   */
  public record Equivalence(double effect, double p, double correctedP) {
    /** Returns whether a difference as large as the margin is ruled out. */
    @JsonIgnore
    public boolean isShown() {
      return correctedP < Protocol.ALPHA;
    }
  }

  /**
   * The largest p-value over free rivals, after Holm over all primary contrasts.
   *
   * @param oneModel over the rivals that leave one model to serve, as the arm does
   * @param ensembles over those that leave several; null where there are none
   */
  public record Free(double oneModel, @Nullable Double ensembles) {}

  /** Decides: a difference first, by the corrected p-value and the sign; then equivalence. */
  public Verdict verdict() {
    return decide(estimate, correctedP, equivalence, detectable);
  }

  static Verdict decide(
      PairedDifference estimate,
      @Nullable Double correctedP,
      @Nullable Equivalence equivalence,
      @Nullable Detectable detectable) {
    Double minimum = detectable == null ? null : (Double) detectable.minimum();
    if (correctedP == null || estimate.mean() == null) {
      return new Verdict.Undecided(minimum, Verdict.Why.NOT_TESTED, estimate.note());
    }
    boolean isSmall = equivalence != null && equivalence.isShown();
    if (correctedP < Protocol.ALPHA) {
      return estimate.mean() > 0 ? new Verdict.Uplift(isSmall) : new Verdict.Harm(isSmall);
    }
    return equivalence != null && isSmall
        ? new Verdict.Equivalent(equivalence.effect())
        : new Verdict.Undecided(minimum, Verdict.Why.NOT_SIGNIFICANT, null);
  }

  /** Returns the verdict's word, for files. */
  @JsonProperty("verdict")
  public String word() {
    return verdict().word();
  }

  /** Returns whether the arm also beats what costs nothing, and no more to serve than it does. */
  @JsonIgnore
  public FreeBaselines freeBaselines() {
    return FreeBaselines.of(
        verdict() instanceof Verdict.Uplift,
        rivals(rivals, false),
        free == null ? null : free.oneModel());
  }

  /** Returns whether the arm also beats the free ensembles; empty where there are none. */
  @JsonIgnore
  public Optional<FreeBaselines> freeEnsembles() {
    List<PairedDifference> ensembles = rivals(rivals, true);
    return ensembles.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FreeBaselines.ofAny(
                verdict() instanceof Verdict.Uplift,
                ensembles,
                free == null ? null : free.ensembles()));
  }

  /**
   * Returns some of an arm's rivals.
   *
   * @param ensembles whether those that leave several models to serve; else those that leave one
   */
  public static List<PairedDifference> rivals(List<PairedDifference> all, boolean ensembles) {
    return all.stream().filter(rival -> rival.reference().models() > 1 == ensembles).toList();
  }
}
