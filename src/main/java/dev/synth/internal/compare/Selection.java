package dev.synth.internal.compare;

import dev.synth.compare.ArmTrouble;
import dev.synth.compare.Choice;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.TestRanks;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Choosing among the generators' arms inside one repeat, by its validation rows alone.
 *
 * <p>The winners of all repeats form the arm {@code selected}, which is judged as what it is: a
 * procedure. To average validation scores over repeats first and to choose then would leak, since
 * one repeat's validation rows are another's test rows.
 */
public final class Selection {
  private final List<Choice> choices;
  private final List<ArmTrouble> troubles;

  private Selection(List<Choice> choices, List<ArmTrouble> troubles) {
    this.choices = List.copyOf(choices);
    this.troubles = List.copyOf(troubles);
  }

  /** Chooses where no arm failed. */
  public static Selection of(int repeat, List<ScoredArm> cells, String classifier) {
    return of(repeat, cells, List.of(), classifier);
  }

  /**
   * Chooses, for each number of real rare rows, among the generators' arms that could be made;
   * where there is only one generator's arm in all, there is nothing to choose.
   *
   * @param repeat which repeat, from 1
   * @param cells what the repeat's cells left, in the order of the arms
   * @param failed the arms that could not be made in this repeat
   * @param classifier whose average precision on validation rows decides
   */
  public static Selection of(
      int repeat, List<ScoredArm> cells, List<Arm> failed, String classifier) {
    Map<RareRows, List<ScoredArm>> candidates = new LinkedHashMap<>();
    for (ScoredArm cell : cells) {
      if (cell.arm().role() == Arm.Role.GENERATOR && cell.classifier().equals(classifier)) {
        rivals(candidates, cell.arm()).add(cell);
      }
    }
    Map<RareRows, Integer> lost = new LinkedHashMap<>();
    for (Arm arm : failed) {
      if (arm.role() == Arm.Role.GENERATOR) {
        rivals(candidates, arm);
        lost.merge(arm.rareRows(), 1, Integer::sum);
      }
    }
    List<Choice> choices = new ArrayList<>();
    List<ArmTrouble> troubles = new ArrayList<>();
    candidates.forEach(
        (rareRows, rivals) -> {
          if (rivals.size() + lost.getOrDefault(rareRows, 0) > 1) {
            if (rivals.isEmpty()) {
              Arm selected = Arm.selected(rareRows);
              troubles.add(ArmTrouble.nothingToSelect(selected));
            } else {
              choices.add(best(repeat, rivals));
            }
          }
        });
    return new Selection(choices, troubles);
  }

  private static List<ScoredArm> rivals(Map<RareRows, List<ScoredArm>> candidates, Arm arm) {
    return candidates.computeIfAbsent(arm.rareRows(), rareRows -> new ArrayList<>());
  }

  private static Choice best(int repeat, List<ScoredArm> rivals) {
    ScoredArm best = rivals.getFirst();
    for (ScoredArm rival : rivals) {
      if (rival.validationAveragePrecision() > best.validationAveragePrecision()) {
        best = rival;
      }
    }
    RareRows rareRows = best.arm().rareRows();
    return new Choice(
        repeat,
        rareRows,
        Arm.selected(rareRows).name(),
        best.arm(),
        best.validationAveragePrecision());
  }

  /** Returns what was chosen, one for each number of real rare rows. */
  public List<Choice> choices() {
    return choices;
  }

  /** Returns where nothing could be chosen. */
  public List<ArmTrouble> troubles() {
    return troubles;
  }

  /** Returns ranks with those of the chosen arms once more, under the name of the choice. */
  public @Nullable TestRanks joined(@Nullable TestRanks ranks) {
    TestRanks all = ranks;
    for (Choice choice : choices) {
      all = all == null ? null : all.under(choice.arm(), Arm.selected(choice.rareRows()));
    }
    return all;
  }

  /** Returns evaluations with those of the chosen arms once more, under the name of the choice. */
  public List<Evaluation> joined(List<Evaluation> evaluations) {
    List<Evaluation> all = new ArrayList<>(evaluations);
    for (Choice choice : choices) {
      for (Evaluation evaluation : evaluations) {
        if (evaluation.arm().equals(choice.arm())) {
          all.add(evaluation.under(Arm.selected(choice.rareRows())));
        }
      }
    }
    return all;
  }
}
