package dev.synth.compare;

import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.TestRanks;
import dev.synth.internal.base.PlainText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one repeat found: what a finished repeat leaves on disk, and a comparison is made of.
 *
 * @param repeat which repeat, from 1
 * @param sizes the sizes of its parts, before any rare rows are left out
 * @param choices what its validation rows, and folds of its training rows, chose; empty where there
 *     was nothing to choose
 * @param evaluations one an arm and classifier, the arms {@code selected} among them; none of arms
 *     that failed
 * @param troubles which arms failed, and what generators warned of
 * @param ranks how the classifiers rank the test rows; null for splits by time, and where that is
 *     not known
 */
public record RepeatResult(
    int repeat,
    PartSizes sizes,
    List<Choice> choices,
    List<Evaluation> evaluations,
    List<ArmTrouble> troubles,
    @Nullable TestRanks ranks) {
  /** A repeat of which no ranks are known. */
  public RepeatResult(
      int repeat,
      PartSizes sizes,
      List<Choice> choices,
      List<Evaluation> evaluations,
      List<ArmTrouble> troubles) {
    this(repeat, sizes, choices, evaluations, troubles, null);
  }

  /** A repeat without troubles, of which no ranks are known. */
  public RepeatResult(
      int repeat, PartSizes sizes, List<Choice> choices, List<Evaluation> evaluations) {
    this(repeat, sizes, choices, evaluations, List.of());
  }

  public RepeatResult {
    troubles = List.copyOf(troubles);
    choices = List.copyOf(choices);
    evaluations = List.copyOf(evaluations);
    for (Evaluation evaluation : evaluations) {
      if (evaluation.repeat() != repeat) {
        throw new IllegalArgumentException(
            PlainText.of("an evaluation of repeat %d in repeat %d", evaluation.repeat(), repeat));
      }
    }
  }
}
