package dev.synth.evaluate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What all repeats together show: the content of {@code comparison.json}.
 *
 * @param schemaVersion the version of this format
 * @param headline the verdict in a sentence
 * @param protocol what was decided beforehand
 * @param repeats the sizes of the parts, one a repeat
 * @param primary the contrasts that get a verdict: each generator's arm, and {@code selected},
 *     against {@code none} on the same real rows
 * @param secondary recall at 1 % false positives of the same contrasts; no verdict
 * @param againstNone average precision of every arm against {@code none} on the same real rows,
 *     with every classifier; descriptive but for those that are primary
 * @param savings how much money every arm saves beyond {@code none} on the same real rows, with
 *     every classifier; empty where no costs are given; descriptive
 * @param choices what the validation rows of each repeat, and folds of its training rows, chose;
 *     empty where there was no choice
 * @param summaries every figure of every arm and classifier; descriptive
 * @param doseResponse what more real rare rows, and synthetic ones in their terms, do; descriptive;
 *     null where there is one number of real rare rows alone
 * @param troubles arms that failed in some repeats, which get neither summary nor verdict, and what
 *     generators warned of
 */
public record Comparison(
    int schemaVersion,
    String headline,
    Protocol protocol,
    List<PartSizes> repeats,
    List<PrimaryContrast> primary,
    List<PairedDifference> secondary,
    List<PairedDifference> againstNone,
    List<Saving> savings,
    List<Choice> choices,
    List<ArmSummary> summaries,
    @Nullable DoseResponse doseResponse,
    List<TroubledArm> troubles) {
  /** The version of the format of {@code comparison.json}. */
  public static final int SCHEMA_VERSION = 5;

  public Comparison {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "the comparison's format is version %d, and this program reads version %d"
              .formatted(schemaVersion, SCHEMA_VERSION));
    }
    repeats = List.copyOf(repeats);
    primary = List.copyOf(primary);
    secondary = List.copyOf(secondary);
    againstNone = List.copyOf(againstNone);
    savings = List.copyOf(savings);
    choices = List.copyOf(choices);
    summaries = List.copyOf(summaries);
    troubles = List.copyOf(troubles);
  }

  /** Returns whether any primary contrast is harm, which {@code --fail-on-harm} asks for. */
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

  /** Returns how often was measured, such as {@code 10 repeats} or {@code 2 windows × 3 refits}. */
  @JsonIgnore
  public String runs() {
    return againstNone.stream()
        .map(PairedDifference::blocks)
        .filter(Objects::nonNull)
        .map(TimeBlocks::fits)
        .findFirst()
        .orElse(repeats.size() == 1 ? "one repeat" : repeats.size() + " repeats");
  }

  /** Returns what a repeat is called, such as {@code repeat 3} or {@code window 2, refit 1}. */
  public String run(int repeat) {
    return againstNone.stream()
        .map(PairedDifference::blocks)
        .filter(Objects::nonNull)
        .map(blocks -> blocks.fit(repeat))
        .findFirst()
        .orElse("repeat " + repeat);
  }
}
