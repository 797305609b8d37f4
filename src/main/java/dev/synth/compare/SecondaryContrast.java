package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One judged arm against {@code none} in an endpoint beside the primary one.
 *
 * <p>It gets a verdict only where the arm's primary contrast is uplift or harm: a gate. The family
 * for Holm's correction is every judged arm with every endpoint but the first, whatever gates are
 * open. So its size does not follow from the results.
 *
 * @param estimate the difference with the first-listed classifier
 * @param tested whether the gate is open
 * @param correctedP its p-value after Holm; null where nothing is tested
 * @param equivalence the test that the arm changes less than the effect worth having; null where
 *     nothing is tested
 */
@JsonPropertyOrder("verdict")
@JsonIgnoreProperties(value = "verdict", allowGetters = true)
public record SecondaryContrast(
    PairedDifference estimate,
    boolean tested,
    @Nullable Double correctedP,
    PrimaryContrast.@Nullable Equivalence equivalence) {
  /** Returns the verdict; nothing where the gate is closed. */
  public Optional<Verdict> verdict() {
    return tested
        ? Optional.of(PrimaryContrast.decide(estimate, correctedP, equivalence, null))
        : Optional.empty();
  }

  /** Returns the verdict's word, for files; {@code not-tested} where the gate is closed. */
  @JsonProperty("verdict")
  public String word() {
    return verdict().map(Verdict::word).orElse("not-tested");
  }
}
