package dev.synth.internal.experiment.arm;

import dev.synth.evaluate.Costs;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.Threshold;
import dev.synth.evaluate.ThresholdRule;
import dev.synth.evaluate.Thresholds;
import dev.synth.internal.base.PlainText;
import dev.synth.table.LabelledTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses thresholds by cross-fitting over training and validation rows: each row is scored by a
 * classifier that neither learned from its fold nor from synthetic rows that did.
 *
 * <p>For parts with few rare validation rows, whose best threshold is mostly chance. The generator
 * is fitted anew in every fold.
 */
public final class CrossFit {
  /** The number of rare validation rows below which thresholds may be cross-fitted. */
  public static final int FEW_RARE_ROWS = 50;

  public static final int FOLDS = 5;

  private final Source source;
  private final List<FoldRows> folds;
  private final double validationRows;
  private final List<ArmFit> fitted = new ArrayList<>();

  /**
   * Cross-fitting of one source's arms.
   *
   * @param folds the folds of one repeat
   * @param validationRows how many validation rows there are, by which alert budgets are meant; of
   *     a sample, what they stand for
   */
  public CrossFit(Source source, List<FoldRows> folds, double validationRows) {
    this.source = source;
    this.folds = folds;
    this.validationRows = validationRows;
  }

  /** Draws an arm's rows in every fold. */
  public List<ArmRows> draw(ArmPlan arm) {
    if (fitted.isEmpty()) {
      folds.forEach(fold -> fitted.add(ArmFit.of(source, fold.rows())));
    }
    return fitted.stream().map(fold -> fold.draw(arm)).toList();
  }

  /**
   * Scores every row by the classifier of its fold.
   *
   * @param drawn what {@link #draw} returned for the arm
   */
  public ScoredRows score(List<ArmRows> drawn, ArmPlan arm, String classifier) {
    CrossFitScores scored = scoreRows(drawn, arm, classifier);
    return ScoredRows.weighted(scored.scores(), scored.rows());
  }

  /**
   * Rows with their scores, fold after fold.
   *
   * @param rows the rows
   * @param scores one a row; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  public record CrossFitScores(LabelledTable rows, double[] scores) {}

  /**
   * Scores every row by the classifier of its fold.
   *
   * @param drawn what {@link #draw} returned for the arm
   */
  public CrossFitScores scoreRows(List<ArmRows> drawn, ArmPlan arm, String classifier) {
    List<double[]> scores = new ArrayList<>();
    LabelledTable all = folds.getFirst().heldBack();
    for (int fold = 0; fold < drawn.size(); fold++) {
      LabelledTable heldBack = folds.get(fold).heldBack();
      scores.add(drawn.get(fold).classifier(classifier, arm).score(heldBack.features()));
      all = fold == 0 ? heldBack : all.followedBy(heldBack);
    }
    return new CrossFitScores(all, joined(scores, all.rowCount()));
  }

  /** Chooses a threshold on what {@link #score} returned. */
  Threshold choose(ThresholdRule rule, ScoredRows pooled, @Nullable Costs costs) {
    double rows = pooled.rareWeight() + pooled.otherWeight();
    Threshold chosen = Thresholds.choose(scaled(rule, rows), pooled, costs);
    return new Threshold(
        chosen.value(), PlainText.of("%s, in %d folds", chosen.how(), FOLDS), chosen.fallback());
  }

  /** An alert budget is meant for the validation rows; here there are more. */
  private ThresholdRule scaled(ThresholdRule rule, double rows) {
    return rule instanceof ThresholdRule.AlertBudget budget
        ? new ThresholdRule.AlertBudget(
            Math.max(1, (int) Math.round(budget.alerts() * rows / validationRows)))
        : rule;
  }

  private static double[] joined(List<double[]> parts, int rows) {
    double[] all = new double[rows];
    int next = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, next, part.length);
      next += part.length;
    }
    return all;
  }
}
