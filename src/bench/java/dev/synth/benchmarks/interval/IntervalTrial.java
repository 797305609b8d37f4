package dev.synth.benchmarks.interval;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.RowSampling;
import dev.synth.internal.stats.rows.PairedPart;
import dev.synth.internal.stats.rows.Ranking;
import dev.synth.internal.stats.rows.RowBootstrap;
import dev.synth.internal.stats.rows.RowInfluence;
import dev.synth.internal.stats.rows.TestRows;
import dev.synth.internal.stats.rows.WeightedFigure;
import dev.synth.internal.stats.rows.WeightedPrecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One cell of the interval benchmark.
 *
 * @param population where data sets come from
 * @param rare how many rare rows each has
 * @param draws how many bootstrap draws; 0 for none
 */
record IntervalTrial(IntervalPopulation population, int rare, int draws) {
  private static final int REPEATS = 10;
  private static final WeightedFigure PRECISION = new WeightedPrecision();

  /** The unseen rows of a true effect: so many rare ones, new for each training set. */
  private static final int UNSEEN_RARE = 1000;

  /** Draws a data set, splits it ten times, and says what each arm's differences are worth. */
  List<IntervalLine> run(int number) {
    Seeds seeds = seeds("data/" + number);
    IntervalRows data = population.draw(rare, seeds.stream("rows"));
    Map<IntervalArm, IntervalRows> seen = seen(data, seeds);
    Map<IntervalArm, List<Double>> precisions = new EnumMap<>(IntervalArm.class);
    Map<IntervalArm, List<Ranking>> rankings = new EnumMap<>(IntervalArm.class);
    List<TestRows> tests = new ArrayList<>();
    for (int repeat = 1; repeat <= REPEATS; repeat++) {
      Seeds own = seeds.below("repeat/" + repeat);
      IntervalRows.Parts parts = data.split(own.stream("split"));
      IntervalRows test = data.only(parts.test());
      tests.add(new TestRows(test.unitOf(), first(test.rare())));
      for (IntervalArm arm : IntervalArm.values()) {
        IntervalRows rows = seen.getOrDefault(arm, data);
        CheapLearner fitted =
            arm.fit(rows.only(parts.training()), population, own.stream(arm.name()));
        double[] scores = fitted.scores(rows.only(parts.test()).cells());
        Ranking ranking = Ranking.of(scores);
        of(precisions, arm).add(precision(tests.getLast(), ranking));
        of(rankings, arm).add(ranking);
      }
    }
    List<IntervalLine> lines = new ArrayList<>();
    WeightedFigure figure = new Remembered(PRECISION);
    for (IntervalArm arm : IntervalArm.values()) {
      if (arm != arm.reference()) {
        List<Double> differences = new ArrayList<>();
        List<PairedPart> pairs = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
          differences.add(of(precisions, arm).get(i) - of(precisions, arm.reference()).get(i));
          pairs.add(
              new PairedPart(
                  tests.get(i), of(rankings, arm).get(i), of(rankings, arm.reference()).get(i)));
        }
        lines.add(line(arm, number, differences, pairs, figure, seeds.stream("bootstrap")));
      }
    }
    return lines;
  }

  private IntervalLine line(
      IntervalArm arm,
      int number,
      List<Double> differences,
      List<PairedPart> pairs,
      WeightedFigure figure,
      RandomStream stream) {
    double deviation = Moments.standardDeviation(differences);
    RowSampling.RowEvidence slopes = RowInfluence.infinitesimal(pairs, figure);
    RowSampling.RowEvidence left = RowInfluence.jackknife(pairs, figure);
    double drawn = draws == 0 ? Double.NaN : RowBootstrap.variance(pairs, PRECISION, draws, stream);
    double[] figures = {
      Moments.mean(differences),
      deviation * deviation,
      slopes.variance(),
      slopes.ofOne(),
      left.variance(),
      left.ofOne(),
      left.freedom(),
      left.rareUnits(),
      drawn
    };
    return new IntervalLine(population, rare, arm, number, figures);
  }

  /** Measures what arms differ by on unseen rows, with one training set of the same size. */
  List<IntervalLine> effect(int number) {
    Seeds seeds = seeds("effect/" + number);
    IntervalRows data = population.draw(rare, seeds.stream("rows"));
    IntervalRows training = data.only(data.split(seeds.stream("split")).training());
    IntervalRows unseen = population.drawUnseen(UNSEEN_RARE, seeds.stream("unseen"));
    TestRows rows = new TestRows(unseen.unitOf(), first(unseen.rare()));
    Map<IntervalArm, Double> precisions = new EnumMap<>(IntervalArm.class);
    for (IntervalArm arm : IntervalArm.values()) {
      if (!arm.isView()) {
        CheapLearner fitted = arm.fit(training, population, seeds.stream(arm.name()));
        Ranking ranking = Ranking.of(fitted.scores(unseen.cells()));
        precisions.put(arm, precision(rows, ranking));
      }
    }
    List<IntervalLine> lines = new ArrayList<>();
    for (IntervalArm arm : precisions.keySet()) {
      if (arm != arm.reference()) {
        double effect = value(precisions, arm) - value(precisions, arm.reference());
        lines.add(IntervalLine.effect(population, rare, arm, -number, effect));
      }
    }
    return lines;
  }

  private Seeds seeds(String what) {
    return new Seeds(42).below("interval").below(population.name() + "/" + rare).below(what);
  }

  private static Map<IntervalArm, IntervalRows> seen(IntervalRows data, Seeds seeds) {
    Map<IntervalArm, IntervalRows> seen = new EnumMap<>(IntervalArm.class);
    for (IntervalArm arm : IntervalArm.values()) {
      if (arm.isView()) {
        seen.put(arm, data.seen(seeds.stream(arm.name())));
      }
    }
    return seen;
  }

  private static <T> List<T> of(Map<IntervalArm, List<T>> lists, IntervalArm arm) {
    return lists.computeIfAbsent(arm, key -> new ArrayList<>());
  }

  private static double value(Map<IntervalArm, Double> values, IntervalArm arm) {
    return values.getOrDefault(arm, Double.NaN);
  }

  /** Average precision where every row counts once. */
  static double precision(TestRows rows, Ranking ranking) {
    double[] once = new double[rows.size()];
    Arrays.fill(once, 1);
    return PRECISION.value(rows, ranking, once);
  }

  static BitSet first(int count) {
    BitSet first = new BitSet();
    first.set(0, count);
    return first;
  }
}
