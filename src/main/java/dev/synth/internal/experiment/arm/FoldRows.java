package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.split.Folds;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;

/**
 * One fold of rows that may be learned from.
 *
 * @param rows the other folds' rows, to fit on
 * @param heldBack the fold's own rows
 */
public record FoldRows(FitRows rows, LabelledTable heldBack) {
  /**
   * Cuts training rows into folds, to choose inside them.
   *
   * @param count how many folds
   * @param context where the cut and the folds' random numbers come from
   * @param plainTeacher whether a fold's teacher is one whose members weigh the same: it needs no
   *     folds of its own, but gives no labels to the rows that it learned from
   * @return the folds; empty where one of them has too few rare rows
   */
  public static List<FoldRows> inside(
      FitRows rows, int count, ExperimentConfig config, Context context, boolean plainTeacher) {
    List<Folds.Fold> cut = Folds.inside(rows.training(), count, context.seeds());
    if (!cut.stream().allMatch(Folds.Fold::isEnough)) {
      return List.of();
    }
    List<FoldRows> all = new ArrayList<>();
    for (Folds.Fold fold : cut) {
      Context inFold = context.below("fold/" + all.size());
      all.add(
          new FoldRows(FitRows.of(fold.training(), config, inFold, plainTeacher), fold.heldBack()));
    }
    return List.copyOf(all);
  }
}
