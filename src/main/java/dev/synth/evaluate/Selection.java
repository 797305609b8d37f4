package dev.synth.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Choosing among the generators' arms inside one repeat, by its validation rows alone.
 *
 * <p>The winners of all repeats form the arm {@code selected}, which is judged as what it is: a
 * procedure. To average validation scores over repeats first and to choose then would leak, since
 * one repeat's validation rows are another's test rows.
 */
public final class Selection {
  private final List<Choice> choices;

  private Selection(List<Choice> choices) {
    this.choices = choices;
  }

  /**
   * Chooses, for each number of real rare rows, among the generators' arms; where there is only
   * one, there is nothing to choose.
   *
   * @param repeat which repeat, from 1
   * @param cells what the repeat's cells left, in the order of the arms
   * @param classifier whose average precision on validation rows decides
   */
  public static Selection of(int repeat, List<Scored> cells, String classifier) {
    Map<Optional<Integer>, List<Scored>> candidates = new LinkedHashMap<>();
    for (Scored cell : cells) {
      if (cell.arm().role() == Arm.Role.GENERATOR && cell.classifier().equals(classifier)) {
        candidates
            .computeIfAbsent(Optional.ofNullable(cell.arm().rareRows()), rows -> new ArrayList<>())
            .add(cell);
      }
    }
    List<Choice> choices = new ArrayList<>();
    for (List<Scored> rivals : candidates.values()) {
      if (rivals.size() > 1) {
        choices.add(best(repeat, rivals));
      }
    }
    return new Selection(List.copyOf(choices));
  }

  private static Choice best(int repeat, List<Scored> rivals) {
    Scored best = rivals.getFirst();
    for (Scored rival : rivals) {
      if (rival.validationAveragePrecision() > best.validationAveragePrecision()) {
        best = rival;
      }
    }
    Integer rareRows = best.arm().rareRows();
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
