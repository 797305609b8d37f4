package dev.synth.compare;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.synth.internal.base.PlainText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The result of all repeats together: the facts of {@code comparison.json}.
 *
 * @param schemaVersion the version of this format
 * @param protocol what was decided beforehand
 * @param repeats the sizes of the parts, one a repeat
 * @param primary the contrasts that get a verdict: each generator's arm, and {@code selected},
 *     against {@code none} on the same real rows
 * @param endpoints the same arms in the endpoints beside the primary one, with verdicts of their
 *     own family
 * @param againstNone average precision of every arm against {@code none} on the same real rows,
 *     with every classifier; descriptive but for those that are primary
 * @param savings how much money every arm saves beyond {@code none} on the same real rows, with
 *     every classifier; empty where no costs are given; descriptive
 * @param choices what the validation rows of each repeat, and folds of its training rows, chose;
 *     empty where there was no choice
 * @param summaries every figure of every arm and classifier; descriptive
 * @param looks how it was decided when to stop; null where the number of repeats was fixed
 * @param doseResponse what more real rare rows, and synthetic ones in their terms, do; descriptive;
 *     null where there is one number of real rare rows alone
 * @param troubles arms that failed in some repeats, which get neither summary nor verdict, and what
 *     generators warned of
 */
@JsonIgnoreProperties({"headline", "secondary"}) // the latter is of versions 5 and 6
public record Comparison(
    int schemaVersion,
    Protocol protocol,
    List<PartSizes> repeats,
    List<PrimaryContrast> primary,
    List<SecondaryContrast> endpoints,
    List<PairedDifference> againstNone,
    List<Saving> savings,
    List<Choice> choices,
    List<ArmSummary> summaries,
    @Nullable Looks looks,
    @Nullable DoseResponse doseResponse,
    List<TroubledArm> troubles) {
  /** The version of the format of {@code comparison.json}. */
  public static final int SCHEMA_VERSION = 7;

  /** The oldest version that is read; 5 has other names for keys, 6 no test of equivalence. */
  private static final int OLDEST_READ = 5;

  public Comparison {
    if (schemaVersion < OLDEST_READ || schemaVersion > SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          PlainText.of(
              "the comparison's format is version %d, and this program reads versions %d to %d",
              schemaVersion, OLDEST_READ, SCHEMA_VERSION));
    }
    repeats = List.copyOf(repeats);
    primary = List.copyOf(primary);
    endpoints = List.copyOf(Objects.requireNonNullElse(endpoints, List.of()));
    againstNone = List.copyOf(againstNone);
    savings = List.copyOf(savings);
    choices = List.copyOf(choices);
    summaries = List.copyOf(summaries);
    troubles = List.copyOf(troubles);
  }

  /**
   * Returns the verdict of all primary contrasts together. It is uplift where any shows it, then
   * harm, then undecided, then equivalent. An uplift or harm worth having comes before a smaller
   * one.
   */
  @JsonIgnore
  public Verdict verdict() {
    List<Verdict> verdicts = primary.stream().map(PrimaryContrast::verdict).toList();
    return first(verdicts, verdict -> verdict instanceof Verdict.Uplift gain && !gain.belowEffect())
        .or(() -> first(verdicts, verdict -> verdict instanceof Verdict.Uplift))
        .or(() -> first(verdicts, verdict -> verdict instanceof Verdict.Harm h && !h.belowEffect()))
        .or(() -> first(verdicts, verdict -> verdict instanceof Verdict.Harm))
        .or(() -> first(verdicts, verdict -> verdict instanceof Verdict.Undecided))
        .or(() -> verdicts.stream().findFirst())
        .orElseGet(() -> new Verdict.Undecided(null, Verdict.Why.NO_ARM, null));
  }

  private static Optional<Verdict> first(List<Verdict> verdicts, Predicate<Verdict> kind) {
    return verdicts.stream().filter(kind).findFirst();
  }

  /** Returns whether any primary contrast is harm. */
  @JsonIgnore
  public boolean anyHarm() {
    return primary.stream().anyMatch(contrast -> contrast.verdict() instanceof Verdict.Harm);
  }

  /** Returns whether nothing could be judged, since every arm that was to be judged failed. */
  @JsonIgnore
  public boolean judgedNothing() {
    return primary.isEmpty()
        && troubles.stream().anyMatch(trouble -> trouble.failed() && trouble.arm().judged());
  }
}
