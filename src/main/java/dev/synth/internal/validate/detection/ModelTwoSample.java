package dev.synth.internal.validate.detection;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.internal.classify.discriminate.CrossFittedScores;
import dev.synth.internal.classify.discriminate.Discriminator;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.validate.metric.Metric;
import dev.synth.internal.validate.metric.MetricOutcome;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.validate.Finding;
import dev.synth.validate.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The two-sample test by gradient boosting, and beside it the weak one by logistic regression: the
 * area under the ROC curve with which cross-fitted models rank synthetic rows above real ones, the
 * mean over folds, see {@link FoldTest}.
 *
 * <p>In [0, 1]. About 0.5: the model cannot tell them apart; 1: it always can. Clearly below the
 * floor means copies, see {@link TreeTwoSample}. All columns constant: 0.5, since all scores tie.
 * Needs ten rows on each side.
 */
public final class ModelTwoSample implements Metric {
  private static final int MINIMUM_ROWS = 10;

  /** As for the forest: with 200 rows a side the area's standard error is 0.029. */
  private static final int ROW_LIMIT = 200;

  /** 5,000 rows a side give an interval of about ±0.01, in a second. */
  private static final int VALUE_ROW_LIMIT = 5_000;

  private static final int FOLDS = 3;
  private static final int COLUMNS_NAMED = 5;

  private static final String EDGES =
      "Ties count half, so rows that are all alike give 0.5. Missing is its own branch for trees;"
          + " for the linear model it is the median, beside a column that says so. Needs ten rows a"
          + " side.";

  private static final Model BOOSTING =
      new Model(
          "boosting",
          "boosted_auc", // frozen
          "c2st_boosted",
          "how well gradient boosting tells synthetic from real rows (area under the ROC curve)",
          "The area under the ROC curve with which boosted trees, cross-fitted in three folds, rank"
              + " synthetic rows above real ones, the mean over folds. 0.5: it can't tell them"
              + " apart; 1: it always can; clearly below the floor: copies. Beside it the report"
              + " has its 95 % interval, by DeLong's variance in each fold, and a p-value. That is"
              + " twice the mean p-value of Mann-Whitney's test in each fold, which holds under"
              + " cross-fitting. The discriminating columns follow, by how much the area in"
              + " held-out folds falls when a column is shuffled. All are over all rows, at most"
              + " 5,000 a side.",
          PlainFeatures::columns,
          Discriminator.boosting(),
          true);

  private static final Model LOGISTIC =
      new Model(
          "logistic",
          "logistic_auc", // frozen
          "c2st_logistic",
          "how well logistic regression tells them apart (weak: never alone)",
          "The same by logistic regression. Weak: it sees shifts of single columns and no"
              + " association, so that shuffled columns pass it. Shown since others report it.",
          PlainFeatures::linear,
          Discriminator.logistic(),
          false);

  private final Model model;

  /** A way to turn samples into features. */
  private interface Features {
    FeatureMatrix of(Sample real, Sample synthetic);
  }

  /**
   * The model of a test.
   *
   * @param stream the name of its own random numbers
   * @param streamId the name of all random numbers of the metric
   * @param id the metric's
   * @param meaning what the metric measures
   * @param definition how
   * @param features what the model sees
   * @param learner fits it
   * @param knowsRows whether it sees enough to know a copy's original, and to tell columns apart
   */
  private record Model(
      String stream,
      String streamId,
      String id,
      String meaning,
      String definition,
      Features features,
      Discriminator.Learner learner,
      boolean knowsRows) {}

  private ModelTwoSample(Model model) {
    this.model = model;
  }

  /** The test by boosted trees, which find differences in any columns and their combinations. */
  public static ModelTwoSample boosting() {
    return new ModelTwoSample(BOOSTING);
  }

  /** The test by logistic regression, which is blind to all but shifts of single columns. */
  public static ModelTwoSample logistic() {
    return new ModelTwoSample(LOGISTIC);
  }

  @Override
  public Description description() {
    return new Description(
        model.id(),
        model.meaning(),
        Goal.CLOSE_TO_FLOOR,
        0,
        1,
        "classifier two-sample test, Lopez-Paz and Oquab (2017), cross-fitted",
        "train for more steps, or look at the discriminating columns");
  }

  @Override
  public String streamId() {
    return model.streamId();
  }

  @Override
  public Definition definition() {
    return new Definition(model.definition(), EDGES);
  }

  @Override
  public MetricProtocol protocol() {
    return MetricProtocol.of(MetricRows.SAME_SIZE, MINIMUM_ROWS, ROW_LIMIT)
        .valuedOn(VALUE_ROW_LIMIT)
        .ofModels();
  }

  @Override
  public boolean lowMeansCopies() {
    return model.knowsRows();
  }

  @Override
  public MetricOutcome compute(Sample real, Sample synthetic, Context context) {
    return MetricOutcome.Value.of(FoldTest.of(folds(real, synthetic, context)).area());
  }

  private List<CrossFittedScores.Fold> folds(Sample real, Sample synthetic, Context context) {
    return CrossFittedScores.of(
        model.features().of(real, synthetic),
        PlainFeatures.secondSample(real, synthetic),
        FOLDS,
        model.learner(),
        context.seeds().below(model.stream()),
        context.cancellation());
  }

  @Override
  public List<Finding> findings(Sample real, Sample synthetic, Context context) {
    List<CrossFittedScores.Fold> folds = folds(real, synthetic, context);
    FoldTest test = FoldTest.of(folds);
    List<Finding> found = new ArrayList<>();
    found.add(test.finding(real.rowCount(), synthetic.rowCount()));
    if (model.knowsRows()) {
      columnFalls(folds, test.area(), context.below("shuffles")).stream()
          .limit(COLUMNS_NAMED)
          .map(column -> new Finding.DiscriminatingColumn(column.column(), column.fall()))
          .forEach(found::add);
    }
    return found;
  }

  /** A column, and how much of the area is owed to it. */
  private record ColumnFall(String column, double fall) {}

  /**
   * The columns whose shuffling lowers the area on held-out rows, those that lower it most first.
   */
  private static List<ColumnFall> columnFalls(
      List<CrossFittedScores.Fold> folds, double area, Context context) {
    List<ColumnFall> all = new ArrayList<>();
    List<String> names = folds.getFirst().features().names();
    for (int column = 0; column < names.size(); column++) {
      context.cancellation().check();
      List<FoldTest.FoldScores> shuffled = new ArrayList<>();
      for (int i = 0; i < folds.size(); i++) {
        CrossFittedScores.Fold fold = folds.get(i);
        RandomStream stream = context.seeds().stream(column + "/" + i);
        FeatureMatrix features = fold.features();
        double[] mixed = shuffled(features.column(column), stream);
        shuffled.add(
            new FoldTest.FoldScores(
                fold.model().score(features.with(column, mixed)), fold.second()));
      }
      all.add(new ColumnFall(names.get(column), area - new FoldTest(shuffled).area()));
    }
    all.removeIf(column -> column.fall() < SMALLEST_FALL);
    all.sort(Comparator.comparingDouble(column -> -column.fall()));
    return all;
  }

  /** A smaller fall is the shuffle's own noise. */
  private static final double SMALLEST_FALL = 0.005;

  private static double[] shuffled(double[] values, RandomStream stream) {
    int[] order = stream.permutation(values.length);
    double[] shuffled = new double[values.length];
    for (int i = 0; i < order.length; i++) {
      shuffled[i] = values[order[i]];
    }
    return shuffled;
  }
}
