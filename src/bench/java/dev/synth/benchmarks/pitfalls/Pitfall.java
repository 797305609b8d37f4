package dev.synth.benchmarks.pitfalls;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import dev.synth.evaluate.ThresholdRule;
import dev.synth.evaluate.Thresholds;
import dev.synth.internal.stats.KolmogorovSmirnov;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A mistake of protocol, measured beside what should have been done. */
enum Pitfall {
  OVERSAMPLE_BEFORE_SPLIT(
      "Oversampling before the split", "average precision", Pitfall::oversampledFirst),
  SMOTE_BEFORE_FOLDS("SMOTE before cross-validation", "average precision", Pitfall::smoteFirst),
  THRESHOLD_ON_TEST("Threshold tuned on the test rows", "F1", Pitfall::thresholdOnTest),
  ACCURACY("Accuracy of a rare class", "accuracy; recall", Pitfall::accuracy),
  ROC_AUC("ROC AUC of a rare class", "ROC AUC; average precision", Pitfall::rocAuc),
  LUCKY_SEED("The best of ten splits", "gain of nothing, AP", Pitfall::luckySeed),
  ARM_BY_TEST("The best of ten arms by the test rows", "average precision", Pitfall::armByTest),
  COLUMNS_BY_ALL("Columns chosen on all rows", "average precision", Pitfall::columnsByAll),
  SCALED_BY_ALL("Scaling fitted on all rows", "average precision", Pitfall::scaledByAll),
  WEAK_BASELINE(
      "A weak baseline: threshold ½ for both", "gain of SMOTE, F1", Pitfall::weakBaseline),
  AGAINST_TRAINING(
      "Copies judged by the rows they were learned from",
      "KS distance; share nearer to training rows",
      Pitfall::againstTraining);

  private static final int RARE = 60;
  private static final int OTHERS = 1_440;
  private static final int NEW_RARE = 200;
  private static final int NEW_OTHERS = 4_800;
  private static final int FOLDS = 5;
  private static final int TRIES = 10;
  private static final int NOISE_COLUMNS = 400;
  private static final int CHOSEN = 10;
  private static final int NEIGHBOURS = 25;
  private static final double JITTER = 0.05;

  /**
   * The figures of one data set.
   *
   * @param wrong by the wrong protocol
   * @param right by the right one
   * @param later on rows that nobody had: what the right protocol's model or choice is worth
   */
  record Figures(double wrong, double right, double later) {}

  /** The rows of one data set, and where random numbers come from. */
  private record Case(PlainRows rows, PlainRows later, RandomStream stream) {}

  private final String mistake;
  private final String figure;

  @SuppressWarnings("ImmutableEnumChecker") // a method of this class
  private final Function<Case, Figures> protocol;

  Pitfall(String mistake, String figure, Function<Case, Figures> protocol) {
    this.mistake = mistake;
    this.figure = figure;
    this.protocol = protocol;
  }

  String mistake() {
    return mistake;
  }

  String figure() {
    return figure;
  }

  /** Returns the figures of a data set by its number. */
  Figures measure(int set) {
    Seeds seeds = new Seeds(set);
    RandomStream population = seeds.stream("pitfalls/rows");
    return protocol.apply(
        new Case(
            PlainRows.draw(RARE, OTHERS, population),
            PlainRows.draw(NEW_RARE, NEW_OTHERS, population),
            seeds.stream("pitfalls/" + name())));
  }

  private static Figures oversampledFirst(Case one) {
    PlainRows all = one.rows.plus(one.rows.copies(OTHERS - RARE, 0, one.stream));
    List<PlainRows> wrong = all.parts(FOLDS, one.stream);
    List<PlainRows> right = one.rows.parts(FOLDS, one.stream);
    PlainRows training = PlainRows.without(0, right);
    training =
        training.plus(
            training.copies(training.count() - 2 * training.rare().cardinality(), 0, one.stream));
    return new Figures(
        precision(PlainRows.without(0, wrong), wrong.getFirst()),
        precision(training, right.getFirst()),
        precision(training, one.later));
  }

  private static Figures smoteFirst(Case one) {
    PlainRows all = one.rows.plus(one.rows.smote(OTHERS - RARE, one.stream));
    List<PlainRows> wrong = all.parts(FOLDS, one.stream);
    List<PlainRows> right = one.rows.parts(FOLDS, one.stream);
    double[] sums = new double[2];
    for (int fold = 0; fold < FOLDS; fold++) {
      sums[0] += precision(PlainRows.without(fold, wrong), wrong.get(fold));
      sums[1] += precision(balanced(PlainRows.without(fold, right), one), right.get(fold));
    }
    return new Figures(
        sums[0] / FOLDS, sums[1] / FOLDS, precision(balanced(one.rows, one), one.later));
  }

  /** Adds as many rows of SMOTE as make both classes equal. */
  private static PlainRows balanced(PlainRows rows, Case one) {
    return rows.plus(rows.smote(rows.count() - 2 * rows.rare().cardinality(), one.stream));
  }

  private static Figures thresholdOnTest(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    try (PlainBooster booster = booster(threeOf(parts))) {
      ScoredRows test = booster.score(parts.get(3));
      double chosen = threshold(booster.score(parts.get(4)));
      return new Figures(
          f1(test, threshold(test)), f1(test, chosen), f1(booster.score(one.later), chosen));
    }
  }

  private static Figures accuracy(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    try (PlainBooster booster = booster(PlainRows.without(0, parts))) {
      ScoredRows test = booster.score(parts.getFirst());
      double right =
          test.at(0.5).truePositives() + (test.otherCount() - test.at(0.5).falsePositives());
      return new Figures(
          right / test.rowCount(),
          test.at(0.5).recall(),
          booster.score(one.later).at(0.5).recall());
    }
  }

  private static Figures rocAuc(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    try (PlainBooster booster = booster(PlainRows.without(0, parts))) {
      ScoredRows test = booster.score(parts.getFirst());
      return new Figures(
          Curves.rocAuc(test),
          Curves.averagePrecision(test),
          Curves.averagePrecision(booster.score(one.later)));
    }
  }

  /** The same learner with another seed, as an arm that adds nothing. */
  private static Figures luckySeed(Case one) {
    List<Double> gains = new ArrayList<>();
    double later = 0;
    for (int split = 0; split < TRIES; split++) {
      List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
      PlainRows training = PlainRows.without(0, parts);
      try (PlainBooster none = PlainBooster.fit(training, split);
          PlainBooster arm = PlainBooster.fit(training, TRIES + split)) {
        gains.add(gain(none, arm, parts.getFirst()));
        later += gain(none, arm, one.later) / TRIES;
      }
    }
    return new Figures(
        gains.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
        gains.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        later);
  }

  private static double gain(PlainBooster none, PlainBooster arm, PlainRows rows) {
    return Curves.averagePrecision(arm.score(rows)) - Curves.averagePrecision(none.score(rows));
  }

  /** Ten arms that differ by their seeds alone. */
  private static Figures armByTest(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    PlainRows training = threeOf(parts);
    double bestByTest = 0;
    double bestByValidation = -1;
    double right = 0;
    double later = 0;
    for (int arm = 0; arm < TRIES; arm++) {
      try (PlainBooster booster = PlainBooster.fit(training, arm)) {
        double test = Curves.averagePrecision(booster.score(parts.get(3)));
        double validation = Curves.averagePrecision(booster.score(parts.get(4)));
        bestByTest = Math.max(bestByTest, test);
        if (validation > bestByValidation) {
          bestByValidation = validation;
          right = test;
          later = Curves.averagePrecision(booster.score(one.later));
        }
      }
    }
    return new Figures(bestByTest, right, later);
  }

  /** Columns that have nothing to do with the class, of which those that seem to are kept. */
  private static Figures columnsByAll(Case one) {
    PlainRows rows = PlainRows.noise(RARE, OTHERS, NOISE_COLUMNS, one.stream);
    PlainRows later = PlainRows.noise(NEW_RARE, NEW_OTHERS, NOISE_COLUMNS, one.stream);
    int[] seen = strongest(rows);
    List<PlainRows> parts = rows.parts(FOLDS, one.stream);
    PlainRows training = PlainRows.without(0, parts);
    int[] own = strongest(training);
    return new Figures(
        precision(training.columns(seen), parts.getFirst().columns(seen)),
        precision(training.columns(own), parts.getFirst().columns(own)),
        precision(training.columns(own), later.columns(own)));
  }

  /** The columns whose means differ most between the classes. */
  private static int[] strongest(PlainRows rows) {
    PlainRows rare = rows.rareRows();
    return IntStream.range(0, rows.features()[0].length)
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                column -> -Math.abs(mean(rare.column(column)) - mean(rows.column(column)))))
        .limit(CHOSEN)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** Neighbours decide, since trees do not notice a scale. */
  private static Figures scaledByAll(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    PlainRows training = PlainRows.without(0, parts);
    PlainRows test = parts.getFirst();
    return new Figures(
        neighbours(scaled(training, one.rows), scaled(test, one.rows)),
        neighbours(scaled(training, training), scaled(test, training)),
        neighbours(scaled(training, training), scaled(one.later, training)));
  }

  /** Returns z-scores by the means and deviations of other rows. */
  private static PlainRows scaled(PlainRows rows, PlainRows by) {
    int width = by.features()[0].length;
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int column = 0; column < width; column++) {
      double[] values = by.column(column);
      double middle = mean(values);
      means[column] = middle;
      deviations[column] =
          Math.sqrt(
              Arrays.stream(values).map(v -> (v - middle) * (v - middle)).average().orElseThrow());
    }
    double[][] scaled = new double[rows.count()][width];
    for (int row = 0; row < scaled.length; row++) {
      for (int column = 0; column < width; column++) {
        scaled[row][column] = (rows.features()[row][column] - means[column]) / deviations[column];
      }
    }
    return new PlainRows(scaled, rows.rare());
  }

  /** Average precision where a row's score is the share of rare rows among its neighbours. */
  private static double neighbours(PlainRows training, PlainRows test) {
    double[] scores = new double[test.count()];
    double[] distances = new double[training.count()];
    for (int row = 0; row < scores.length; row++) {
      for (int other = 0; other < distances.length; other++) {
        distances[other] = PlainRows.distance(test.features()[row], training.features()[other]);
      }
      double[] sorted = distances.clone();
      Arrays.sort(sorted);
      double reach = sorted[NEIGHBOURS - 1];
      scores[row] =
          training.rare().stream().filter(rare -> distances[rare] <= reach).count()
              / (double) NEIGHBOURS;
    }
    return Curves.averagePrecision(new ScoredRows(scores, test.rare()));
  }

  private static Figures weakBaseline(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    PlainRows training = threeOf(parts);
    try (PlainBooster none = booster(training);
        PlainBooster smote = booster(balanced(training, one))) {
      double ours = threshold(none.score(parts.get(4)));
      double theirs = threshold(smote.score(parts.get(4)));
      ScoredRows plain = none.score(parts.get(3));
      ScoredRows augmented = smote.score(parts.get(3));
      return new Figures(
          f1(augmented, 0.5) - f1(plain, 0.5),
          f1(augmented, theirs) - f1(plain, ours),
          f1(smote.score(one.later), theirs) - f1(none.score(one.later), ours));
    }
  }

  /** Copies with a little noise, as a generator makes them that has learned its rows by heart. */
  private static Figures againstTraining(Case one) {
    List<PlainRows> parts = one.rows.rareRows().parts(2, one.stream);
    PlainRows training = parts.getFirst();
    PlainRows copies = training.copies(training.count(), JITTER, one.stream);
    PlainRows later = one.later.rareRows();
    return new Figures(
        distance(copies, training),
        nearer(copies, training, parts.getLast()),
        nearer(copies, training, later.at(IntStream.range(0, training.count()).toArray())));
  }

  /** The share of rows that are nearer to a training row than to an unseen one. */
  private static double nearer(PlainRows rows, PlainRows training, PlainRows unseen) {
    return Arrays.stream(rows.features())
            .filter(row -> nearest(row, training) < nearest(row, unseen))
            .count()
        / (double) rows.count();
  }

  private static double nearest(double[] row, PlainRows rows) {
    return Arrays.stream(rows.features())
        .mapToDouble(other -> PlainRows.distance(row, other))
        .min()
        .orElseThrow();
  }

  private static double distance(PlainRows some, PlainRows others) {
    return IntStream.range(0, some.features()[0].length)
        .mapToDouble(
            column -> KolmogorovSmirnov.distance(some.column(column), others.column(column)))
        .average()
        .orElseThrow();
  }

  /** Three of five parts; the fourth is the test, the fifth chooses. */
  private static PlainRows threeOf(List<PlainRows> parts) {
    return parts.get(0).plus(parts.get(1)).plus(parts.get(2));
  }

  private static PlainBooster booster(PlainRows training) {
    return PlainBooster.fit(training, 1);
  }

  private static double precision(PlainRows training, PlainRows test) {
    try (PlainBooster booster = booster(training)) {
      return Curves.averagePrecision(booster.score(test));
    }
  }

  private static double threshold(ScoredRows rows) {
    return Thresholds.choose(new ThresholdRule.MaxF1(), rows).value();
  }

  private static double f1(ScoredRows rows, double threshold) {
    double f1 = rows.at(threshold).fBeta(1);
    return Double.isNaN(f1) ? 0 : f1;
  }
}
