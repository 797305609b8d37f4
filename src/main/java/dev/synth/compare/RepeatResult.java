package dev.synth.compare;

import dev.synth.evaluate.Evaluation;
import dev.synth.internal.base.PlainText;
import java.util.List;

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
 */
public record RepeatResult(
    int repeat,
    PartSizes sizes,
    List<Choice> choices,
    List<Evaluation> evaluations,
    List<ArmTrouble> troubles) {
  /** A repeat without troubles. */
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
