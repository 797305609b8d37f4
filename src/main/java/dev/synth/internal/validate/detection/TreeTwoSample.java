package dev.synth.internal.validate.detection;

import dev.synth.base.Context;
import dev.synth.internal.classify.discriminate.ForestTwoSample;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import java.util.List;

/**
 * The tree-based two-sample test: the area under the ROC curve with which a cross-fitted random
 * forest ranks synthetic rows above real ones.
 *
 * <p>In [0, 1]. About 0.5: a forest cannot tell them apart; 1: it always can. Cross-fitting on few
 * rows biases the area a little below 0.5, the same in the floor. Clearly below the floor means
 * copies: the forest knows a copy's original as a real row and so calls the copy real.
 *
 * <p>The trees see a number as it is and a point in time in microseconds. They see a level as its
 * rank by frequency among rare training rows, and a missing cell as a number below all others. All
 * columns constant: 0.5, since all scores tie and ties count half. Needs ten rows on each side.
 */
public final class TreeTwoSample implements Metric {
  private static final int MINIMUM_ROWS = 10;

  /**
   * With 200 rows a side the area's standard error is 0.029; more rows cost more than they tell.
   */
  private static final int ROW_LIMIT = 200;

  /** 5,000 rows a side give an interval of about ±0.01. */
  private static final int VALUE_ROW_LIMIT = 5_000;

  @Override
  public Description description() {
    return new Description(
        "c2st_forest",
        "how well a forest tells synthetic from real rows (area under the ROC curve)",
        Goal.CLOSE_TO_FLOOR,
        0,
        1,
        "classifier two-sample test, Lopez-Paz and Oquab (2017), with a random forest,"
            + " cross-fitted",
        "train for more steps, or set generator.scope: all so that it learns from both classes");
  }

  @Override
  public String streamId() {
    return "tree_auc"; // frozen
  }

  @Override
  public Definition definition() {
    return new Definition(
        "The area under the ROC curve with which a random forest, cross-fitted in three folds,"
            + " ranks synthetic rows above real ones. 0.5: it can't tell them apart; 1: it always"
            + " can; clearly below the floor: copies, since the forest takes a copy for its"
            + " original. Beside it the report has the mean area over folds with its 95 % interval"
            + " and p-value, as for `c2st_boosted`. They are over all rows, at most 5,000 a side.",
        "Ties count half, so rows that are all alike give 0.5. A missing cell is a number below all"
            + " others. Cross-fitting on few rows lies a little below 0.5, in the floor as well.");
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(VALUE_ROW_LIMIT)
        .ofModels();
  }

  @Override
  public boolean lowMeansCopies() {
    return true;
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return MetricOutcome.Value.of(
        ForestTwoSample.area(
            PlainFeatures.joined(real, synthetic),
            context.seeds().below("forest"),
            context.cancellation()));
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    FoldTest test =
        FoldTest.of(
            ForestTwoSample.folds(
                PlainFeatures.joined(real, synthetic),
                context.seeds().below("forest"),
                context.cancellation()));
    return List.of(test.finding(real.rowCount(), synthetic.rowCount()));
  }
}
