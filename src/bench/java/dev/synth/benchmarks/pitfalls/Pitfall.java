package dev.synth.benchmarks.pitfalls;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.evaluate.Curves;
import dev.synth.evaluate.ScoredRows;
import java.util.ArrayList;
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
        PlainMeasures.precision(PlainRows.without(0, wrong), wrong.getFirst()),
        PlainMeasures.precision(training, right.getFirst()),
        PlainMeasures.precision(training, one.later));
  }

  private static Figures smoteFirst(Case one) {
    PlainRows all = one.rows.plus(one.rows.smote(OTHERS - RARE, one.stream));
    List<PlainRows> wrong = all.parts(FOLDS, one.stream);
    List<PlainRows> right = one.rows.parts(FOLDS, one.stream);
    double[] sums = new double[2];
    for (int fold = 0; fold < FOLDS; fold++) {
      sums[0] += PlainMeasures.precision(PlainRows.without(fold, wrong), wrong.get(fold));
      sums[1] +=
          PlainMeasures.precision(balanced(PlainRows.without(fold, right), one), right.get(fold));
    }
    return new Figures(
        sums[0] / FOLDS,
        sums[1] / FOLDS,
        PlainMeasures.precision(balanced(one.rows, one), one.later));
  }

  /** Adds as many rows of SMOTE as make both classes equal. */
  private static PlainRows balanced(PlainRows rows, Case one) {
    return rows.plus(rows.smote(rows.count() - 2 * rows.rare().cardinality(), one.stream));
  }

  private static Figures thresholdOnTest(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    try (PlainBooster booster = booster(threeOf(parts))) {
      ScoredRows test = booster.score(parts.get(3));
      double chosen = PlainMeasures.threshold(booster.score(parts.get(4)));
      return new Figures(
          PlainMeasures.f1(test, PlainMeasures.threshold(test)),
          PlainMeasures.f1(test, chosen),
          PlainMeasures.f1(booster.score(one.later), chosen));
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
    int[] seen = PlainMeasures.strongest(rows);
    List<PlainRows> parts = rows.parts(FOLDS, one.stream);
    PlainRows training = PlainRows.without(0, parts);
    int[] own = PlainMeasures.strongest(training);
    return new Figures(
        PlainMeasures.precision(training.columns(seen), parts.getFirst().columns(seen)),
        PlainMeasures.precision(training.columns(own), parts.getFirst().columns(own)),
        PlainMeasures.precision(training.columns(own), later.columns(own)));
  }

  /** Neighbours decide, since trees do not notice a scale. */
  private static Figures scaledByAll(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    PlainRows training = PlainRows.without(0, parts);
    PlainRows test = parts.getFirst();
    return new Figures(
        PlainMeasures.neighbours(
            PlainMeasures.scaled(training, one.rows), PlainMeasures.scaled(test, one.rows)),
        PlainMeasures.neighbours(
            PlainMeasures.scaled(training, training), PlainMeasures.scaled(test, training)),
        PlainMeasures.neighbours(
            PlainMeasures.scaled(training, training), PlainMeasures.scaled(one.later, training)));
  }

  private static Figures weakBaseline(Case one) {
    List<PlainRows> parts = one.rows.parts(FOLDS, one.stream);
    PlainRows training = threeOf(parts);
    try (PlainBooster none = booster(training);
        PlainBooster smote = booster(balanced(training, one))) {
      double ours = PlainMeasures.threshold(none.score(parts.get(4)));
      double theirs = PlainMeasures.threshold(smote.score(parts.get(4)));
      ScoredRows plain = none.score(parts.get(3));
      ScoredRows augmented = smote.score(parts.get(3));
      return new Figures(
          PlainMeasures.f1(augmented, 0.5) - PlainMeasures.f1(plain, 0.5),
          PlainMeasures.f1(augmented, theirs) - PlainMeasures.f1(plain, ours),
          PlainMeasures.f1(smote.score(one.later), theirs)
              - PlainMeasures.f1(none.score(one.later), ours));
    }
  }

  /** Copies with a little noise, as a generator makes them that has learned its rows by heart. */
  private static Figures againstTraining(Case one) {
    List<PlainRows> parts = one.rows.rareRows().parts(2, one.stream);
    PlainRows training = parts.getFirst();
    PlainRows copies = training.copies(training.count(), JITTER, one.stream);
    PlainRows later = one.later.rareRows();
    return new Figures(
        PlainMeasures.distance(copies, training),
        PlainMeasures.nearer(copies, training, parts.getLast()),
        PlainMeasures.nearer(
            copies, training, later.at(IntStream.range(0, training.count()).toArray())));
  }

  /** Three of five parts; the fourth is the test, the fifth chooses. */
  private static PlainRows threeOf(List<PlainRows> parts) {
    return parts.get(0).plus(parts.get(1)).plus(parts.get(2));
  }

  private static PlainBooster booster(PlainRows training) {
    return PlainBooster.fit(training, 1);
  }
}
