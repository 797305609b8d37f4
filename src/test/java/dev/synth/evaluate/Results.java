package dev.synth.evaluate;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.compare.Comparison;
import dev.synth.compare.PartSizes;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.internal.compare.Comparer;
import dev.synth.internal.compare.Selection;
import dev.synth.internal.holdout.ScoredArm;
import dev.synth.internal.holdout.TestScores;
import dev.synth.split.RareRows;
import dev.synth.split.SplitOptions;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of repeats for tests, with the average precisions that a test asks for. */
public final class Results {
  /** The arm that gets the verdict. */
  public static final Arm VAE = Arm.generator("vae", new AugmentationPlan.Ratio(0.1));

  /** A free rival. */
  public static final Arm OVERSAMPLE = Arm.baseline("oversample", new AugmentationPlan.Ratio(0.1));

  /** Training, validation and test 3 : 1 : 1, so that n_test / n_train is 1/3. */
  public static final PartSizes SIZES = new PartSizes(6000, 294, 2000, 98, 2000, 98);

  /** The odds of {@link #SIZES}, with nothing added. */
  public static final PriorShift NATURAL = new PriorShift(294.0 / 5706, 294.0 / 5706);

  private Results() {}

  /** The result of a cell whose training rows had nothing added. */
  public static ScoredArm scored(Arm arm, String classifier, Threshold threshold) {
    return new ScoredArm(
        arm, classifier, threshold, null, NATURAL, 0.5, new TestScores(new double[] {0.5}));
  }

  /** One evaluation; every figure but average precision is one half. */
  public static Evaluation evaluation(
      Arm arm, String classifier, int repeat, double averagePrecision) {
    Map<EvaluationMetric, MetricValue> figures = new EnumMap<>(EvaluationMetric.class);
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      figures.put(measure, new MetricValue.Value(0.5));
    }
    figures.put(EvaluationMetric.AVERAGE_PRECISION, new MetricValue.Value(averagePrecision));
    return new Evaluation(
        arm,
        classifier,
        repeat,
        new Threshold(0.5, "max-f1", null),
        new Confusion(49, 10, 49, 1892),
        figures,
        NATURAL,
        Map.of(),
        null,
        Map.of());
  }

  /** Three repeats of {@code none} and {@code vae} with money at both thresholds and a budget. */
  public static Comparison priced() {
    return priced(List.of(50));
  }

  /** The same with other alert budgets. */
  public static Comparison priced(List<Integer> alerts) {
    CostAndAlertMetrics asked =
        new CostAndAlertMetrics(new Costs(new MissedCost.Column("Amount"), 5, "EUR"), alerts);
    double[] none = {100, 110, 120};
    double[] vae = {104, 122, 120};
    List<RepeatResult> repeats = new ArrayList<>();
    for (int i = 0; i < none.length; i++) {
      repeats.add(
          new RepeatResult(
              i + 1,
              SIZES,
              List.of(),
              List.of(
                  priced(Arm.NONE, i + 1, none[i], alerts), priced(VAE, i + 1, vae[i], alerts))));
    }
    SplitOptions.Method random = SplitOptions.Method.RANDOM;
    return Comparer.compare(new Protocol("random-forest", random, "max-f1", 0.01, asked), repeats);
  }

  private static Evaluation priced(
      Arm arm, int repeat, double savedAtMinCost, List<Integer> alerts) {
    Map<String, MetricValue> figures = new LinkedHashMap<>();
    figures.put("cost", new MetricValue.Value(450));
    figures.put("saved", new MetricValue.Value(50));
    figures.put("cost_at_min_cost", new MetricValue.Value(500 - savedAtMinCost));
    figures.put("saved_at_min_cost", new MetricValue.Value(savedAtMinCost));
    figures.put("cost_without_alerts", new MetricValue.Value(500));
    for (int k : alerts) {
      figures.put(CostAndAlertMetrics.precisionIn(k, false), new MetricValue.Value(0.75));
      figures.put(CostAndAlertMetrics.recallIn(k, false), new MetricValue.Value(0.25));
      figures.put(CostAndAlertMetrics.precisionIn(k, true), new MetricValue.Value(0.125));
      figures.put(
          CostAndAlertMetrics.recallIn(k, true),
          new MetricValue.Skipped(new Unmeasured.NoRareTestTimes()));
    }
    return evaluation(arm, "random-forest", repeat, 0.5).asking(figures);
  }

  /** Repeats of {@code none} and {@code vae} with a forest, whose differences are given. */
  public static List<RepeatResult> differing(List<Double> differences) {
    List<RepeatResult> repeats = new ArrayList<>();
    for (int i = 0; i < differences.size(); i++) {
      int repeat = i + 1;
      double none = 0.5 + 0.01 * (i % 3);
      repeats.add(
          new RepeatResult(
              repeat,
              SIZES,
              List.of(),
              List.of(
                  evaluation(Arm.NONE, "random-forest", repeat, none),
                  evaluation(VAE, "random-forest", repeat, none + differences.get(i)))));
    }
    return repeats;
  }

  /**
   * A whole experiment with made-up scores: four arms, three classifiers, 2,100 test rows of which
   * 40 are rare. The generator helps the first classifier a little and harms the last.
   */
  public static List<RepeatResult> simulated(int repeats) {
    List<Arm> arms = List.of(Arm.NONE, Arm.baseline("class-weight"), OVERSAMPLE, VAE);
    List<String> classifiers = List.of("random-forest", "xgboost", "logistic-regression");
    List<RepeatResult> results = new ArrayList<>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      List<Evaluation> evaluations = new ArrayList<>();
      for (int arm = 0; arm < arms.size(); arm++) {
        for (int classifier = 0; classifier < classifiers.size(); classifier++) {
          // the same stream for all arms, as arms share their test rows
          RandomStream stream = new Seeds(repeat).stream(classifiers.get(classifier));
          double signal = 3.2 - 0.3 * classifier + 0.03 * arm * (1.5 - classifier);
          ScoredRows rows = simulated(stream, new Seeds(arm).stream("arm" + repeat), signal);
          Threshold threshold = Thresholds.choose(new ThresholdRule.MaxF1(), rows);
          evaluations.add(
              scored(arms.get(arm), classifiers.get(classifier), threshold)
                  .measuredOn(repeat, rows));
        }
      }
      results.add(
          new RepeatResult(
              repeat, new PartSizes(6300, 120, 2100, 40, 2100, 40), List.of(), evaluations));
    }
    return results;
  }

  private static ScoredRows simulated(RandomStream shared, RandomStream own, double signal) {
    double[] scores = new double[2100];
    BitSet rare = new BitSet();
    rare.set(0, 40);
    for (int row = 0; row < scores.length; row++) {
      double evidence = shared.nextGaussian() + 0.15 * own.nextGaussian();
      double logit = evidence + (rare.get(row) ? signal : 0) - 4;
      scores[row] = 1 / (1 + StrictMath.exp(-2 * logit));
    }
    return new ScoredRows(scores, rare);
  }

  /** Two generators at two odds beside all free baselines, on all and on 16 real rare rows. */
  public static List<RepeatResult> family(int repeats) {
    List<RepeatResult> results = new ArrayList<>();
    for (int repeat = 1; repeat <= repeats; repeat++) {
      List<ScoredArm> cells = new ArrayList<>();
      List<Evaluation> evaluations = new ArrayList<>();
      RandomStream stream = new Seeds(repeat).stream("family");
      for (RareRows rareRows : List.of(new RareRows.AtMost(16), RareRows.ALL)) {
        for (Arm arm : arms()) {
          Arm own = arm.withRareRows(rareRows);
          double gain = arm.name().equals("mgs") ? 0.08 : arm.name().equals("vae") ? -0.01 : 0;
          for (String classifier : List.of("random-forest", "logistic-regression")) {
            double value = 0.5 + gain + 0.005 * stream.nextGaussian();
            evaluations.add(evaluation(own, classifier, repeat, value));
            cells.add(
                new ScoredArm(
                    own,
                    classifier,
                    new Threshold(0.5, "fixed 0.5", null),
                    null,
                    NATURAL,
                    value,
                    new TestScores(new double[] {0.5})));
          }
        }
      }
      Selection selection = Selection.of(repeat, cells, "random-forest");
      results.add(
          new RepeatResult(repeat, SIZES, selection.choices(), selection.joined(evaluations)));
    }
    return results;
  }

  /**
   * Repeats of {@code none} and {@code vae} on 16, 64 and all 256 real rare rows, whose average
   * precision is given.
   *
   * @param none for each number of rows one a repeat
   * @param gains what {@code vae} gains on each number of rows, in every repeat
   */
  public static List<RepeatResult> dosed(double[][] none, double... gains) {
    PartSizes sizes = new PartSizes(6000, 256, 2000, 85, 2000, 85);
    List<RepeatResult> results = new ArrayList<>();
    for (int i = 0; i < none[0].length; i++) {
      List<Evaluation> evaluations = new ArrayList<>();
      List<RareRows> trainingSizes =
          List.of(new RareRows.AtMost(64), RareRows.ALL, new RareRows.AtMost(16));
      for (int size = 0; size < trainingSizes.size(); size++) {
        int dose = List.of(1, 2, 0).get(size);
        double precision = none[dose][i];
        for (Arm arm : List.of(Arm.NONE, VAE)) {
          double gain = arm.equals(VAE) ? gains[dose] : 0;
          Arm own = arm.withRareRows(trainingSizes.get(size));
          evaluations.add(evaluation(own, "random-forest", i + 1, precision + gain));
        }
      }
      results.add(new RepeatResult(i + 1, sizes, List.of(), evaluations));
    }
    return results;
  }

  private static List<Arm> arms() {
    List<Arm> arms = new ArrayList<>(List.of(Arm.NONE, Arm.baseline("class-weight")));
    for (AugmentationPlan plan :
        List.of(new AugmentationPlan.Ratio(0.1), new AugmentationPlan.Ratio(0.5))) {
      arms.add(Arm.baseline("oversample", plan));
      arms.add(Arm.baseline("smote", plan));
    }
    for (String name : List.of("vae", "mgs")) {
      for (AugmentationPlan plan :
          List.of(new AugmentationPlan.Ratio(0.1), new AugmentationPlan.Ratio(0.5))) {
        arms.add(Arm.generator(name, plan));
      }
    }
    return arms;
  }
}
