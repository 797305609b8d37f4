package dev.synth.benchmarks.uplift;

import dev.synth.benchmarks.uplift.UpliftFigures.Mean;
import dev.synth.benchmarks.uplift.UpliftFigures.Point;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.base.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The goals of XGBoost with soft labels or {@code auto}, beside what came on the sets of goals. */
final class UpliftGoals {
  private static final String XGBOOST = Student.XGBOOST.title();
  private static final String STOCK = Student.XGBOOST_STOCK.title();
  private static final EvaluationMetric PRECISION = EvaluationMetric.AVERAGE_PRECISION;

  /** Of ten sets the arm is ahead on so many. */
  private static final double AHEAD = 0.8;

  private static final List<UpliftGoal> GOALS =
      List.of(
          new UpliftGoal("over stock ≥ +.035", "16", STOCK, "none", PRECISION, atLeast(0.035)),
          new UpliftGoal("over stock ≥ +.03", "64", STOCK, "none", PRECISION, atLeast(0.03)),
          new UpliftGoal(
              "ahead of stock on ≥ 80 %", "16", STOCK, "none", PRECISION, UpliftGoals::isAhead),
          new UpliftGoal(
              "ahead of stock on ≥ 80 %", "64", STOCK, "none", PRECISION, UpliftGoals::isAhead),
          new UpliftGoal("over none ≥ +.025", "16", XGBOOST, "none", PRECISION, atLeast(0.025)),
          new UpliftGoal("over none ≥ +.025", "64", XGBOOST, "none", PRECISION, atLeast(0.025)),
          new UpliftGoal(
              "over best-free ≥ +.01", "16", XGBOOST, "best-free", PRECISION, atLeast(0.01)),
          new UpliftGoal(
              "over best-free, lower bound ≥ −.005",
              "64",
              XGBOOST,
              "best-free",
              PRECISION,
              mean -> mean.mean() - mean.halfWidth() >= -0.005),
          new UpliftGoal(
              "over teacher ≥ −.005", "16", XGBOOST, "teacher", PRECISION, atLeast(-0.005)),
          new UpliftGoal(
              "over teacher ≥ −.005", "64", XGBOOST, "teacher", PRECISION, atLeast(-0.005)),
          new UpliftGoal(
              "recall over none > 0",
              "16",
              XGBOOST,
              "none",
              EvaluationMetric.RECALL,
              UpliftGoals::isAbove),
          new UpliftGoal(
              "recall over none > 0",
              "64",
              XGBOOST,
              "none",
              EvaluationMetric.RECALL,
              UpliftGoals::isAbove),
          new UpliftGoal(
              "F1 over none > 0", "16", XGBOOST, "none", EvaluationMetric.F1, UpliftGoals::isAbove),
          new UpliftGoal(
              "F1 over none > 0", "64", XGBOOST, "none", EvaluationMetric.F1, UpliftGoals::isAbove),
          recallAtOnePercent("16"),
          recallAtOnePercent("64"));

  private UpliftGoals() {}

  /**
   * A goal.
   *
   * @param text the goal in words
   * @param size the size that it holds for
   * @param classifier the classifier of the arm that is taken off
   * @param reference that arm
   * @param figure what is compared
   * @param isMet whether a mean over sets meets it
   */
  private record UpliftGoal(
      String text,
      String size,
      String classifier,
      String reference,
      EvaluationMetric figure,
      Predicate<Mean> isMet) {
    Point point(String arm) {
      return new Point(size, XGBOOST, arm);
    }

    Optional<Mean> mean(UpliftFigures figures, List<String> sets, String arm) {
      Point own = point(arm);
      return figures.difference(sets, own, own.with(classifier, reference), figure);
    }
  }

  /** Recall that no threshold of few validation rows has a part in. */
  private static UpliftGoal recallAtOnePercent(String size) {
    return new UpliftGoal(
        "recall at 1 % false positives over none > 0",
        size, XGBOOST, "none", EvaluationMetric.RECALL_AT_FPR_1_PERCENT, UpliftGoals::isAbove);
  }

  private static Predicate<Mean> atLeast(double least) {
    return mean -> mean.mean() >= least;
  }

  private static boolean isAbove(Mean mean) {
    return mean.mean() > 0;
  }

  private static boolean isAhead(Mean mean) {
    return mean.ahead() >= AHEAD * mean.values().size();
  }

  /** Returns the table; empty where no arm has soft labels and {@code auto} was not measured. */
  static String of(UpliftFigures figures, List<UpliftSet> sets) {
    List<String> arms =
        figures.arms(XGBOOST).stream()
            .filter(arm -> arm.contains("-soft") || arm.equals("auto"))
            .filter(arm -> !arm.startsWith(UpliftArm.PEER)) // whose goals are not ours
            .toList();
    List<String> rows = new ArrayList<>();
    for (UpliftGoal goal : GOALS) {
      for (String arm : arms) {
        row(goal, arm, figures, sets).ifPresent(rows::add);
      }
    }
    if (rows.isEmpty()) {
      return "";
    }
    return "\n### Goals\n\n"
        + "| rare rows | goal | arm | goals half | met | settings half | all sets |\n"
        + "|---|---|---|---:|---|---:|---:|\n"
        + String.join("", rows);
  }

  private static Optional<String> row(
      UpliftGoal goal, String arm, UpliftFigures figures, List<UpliftSet> sets) {
    Optional<Mean> all = goal.mean(figures, titles(sets, half -> true), arm);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Optional<Mean> goals =
        goal.mean(figures, titles(sets, half -> half == UpliftSet.Half.GOALS), arm);
    Optional<Mean> settings =
        goal.mean(figures, titles(sets, half -> half == UpliftSet.Half.SETTINGS), arm);
    String met = goals.map(mean -> goal.isMet().test(mean) ? "yes" : "**no**").orElse("");
    return Optional.of(
        PlainText.of(
            "| %s | %s | %s | %s | %s | %s | %s |%n",
            goal.size(), goal.text(), arm, text(goals), met, text(settings), text(all)));
  }

  private static String text(Optional<Mean> mean) {
    return mean.isEmpty()
        ? ""
        : UpliftSummary.withInterval(mean) + "; " + UpliftSummary.ahead(mean);
  }

  private static List<String> titles(List<UpliftSet> sets, Predicate<UpliftSet.Half> isWanted) {
    return sets.stream().filter(set -> isWanted.test(set.half())).map(UpliftSet::title).toList();
  }
}
