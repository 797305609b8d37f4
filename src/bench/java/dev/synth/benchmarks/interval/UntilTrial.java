package dev.synth.benchmarks.interval;

import dev.synth.base.RandomStream;
import dev.synth.base.Seeds;
import dev.synth.internal.stats.RowSampling;
import dev.synth.internal.stats.rows.PairedPart;
import dev.synth.internal.stats.rows.Ranking;
import dev.synth.internal.stats.rows.RowInfluence;
import dev.synth.internal.stats.rows.TestRows;
import dev.synth.internal.stats.rows.WeightedFigure;
import dev.synth.internal.stats.rows.WeightedPrecision;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A data set of the until benchmark: its repeats, and what each look sees of each contrast.
 *
 * @param population where data sets come from
 * @param rare how many rare rows each has
 * @param looks numbers of repeats, ascending
 */
record UntilTrial(IntervalPopulation population, int rare, List<Integer> looks) {
  private static final WeightedFigure PRECISION = new WeightedPrecision();

  UntilTrial {
    looks = List.copyOf(looks);
  }

  /** Two arms that are held against each other. */
  enum Contrast {
    /** Rows with measurement errors of their own: no effect, and rows say most of what varies. */
    TWINS(false),
    /** Two random halves of the training rows: no effect, and refits say most of what varies. */
    HALVES(false),
    /** All training rows and a random half of them. */
    MORE(true),
    /** As many real rare rows again, new ones in each repeat, and none. */
    PLANTED(true);

    private final boolean isEffect;

    Contrast(boolean isEffect) {
      this.isEffect = isEffect;
    }

    boolean isEffect() {
      return isEffect;
    }

    String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Draws a data set and returns, for each contrast, the test at each look. */
  Map<Contrast, List<RowSampling>> run(int number) {
    Seeds seeds =
        new Seeds(42).below("until").below(population.name() + "/" + rare).below("data/" + number);
    IntervalRows data = population.draw(rare, seeds.stream("rows"));
    IntervalRows view = data.seen(seeds.stream("view"));
    IntervalRows other = data.seen(seeds.stream("other view"));
    Map<Contrast, List<Double>> differences = new EnumMap<>(Contrast.class);
    Map<Contrast, List<PairedPart>> pairs = new EnumMap<>(Contrast.class);
    for (int repeat = 1; repeat <= looks.getLast(); repeat++) {
      Seeds own = seeds.below("repeat/" + repeat);
      IntervalRows.Parts parts = data.split(own.stream("split"));
      IntervalRows training = data.only(parts.training());
      IntervalRows test = data.only(parts.test());
      TestRows rows = new TestRows(test.unitOf(), IntervalTrial.first(test.rare()));
      IntervalRows[] halves = halves(training, own.stream("halves"));
      Ranking all = ranking(plain(training), test);
      Ranking half = ranking(plain(halves[0]), test);
      for (Contrast contrast : Contrast.values()) {
        Ranking arm =
            switch (contrast) {
              case TWINS -> ranking(plain(other.only(parts.training())), other.only(parts.test()));
              case HALVES -> half;
              case MORE -> all;
              case PLANTED ->
                  ranking(
                      IntervalArm.PLANTED.fit(training, population, own.stream("planted")), test);
            };
        Ranking reference =
            switch (contrast) {
              case TWINS -> ranking(plain(view.only(parts.training())), view.only(parts.test()));
              case HALVES -> ranking(plain(halves[1]), test);
              case MORE -> half;
              case PLANTED -> all;
            };
        differences
            .computeIfAbsent(contrast, key -> new ArrayList<>())
            .add(IntervalTrial.precision(rows, arm) - IntervalTrial.precision(rows, reference));
        pairs
            .computeIfAbsent(contrast, key -> new ArrayList<>())
            .add(new PairedPart(rows, arm, reference));
      }
    }
    Map<Contrast, List<RowSampling>> tests = new EnumMap<>(Contrast.class);
    differences.forEach(
        (contrast, values) ->
            tests.put(contrast, tests(values, pairs.getOrDefault(contrast, List.of()))));
    return tests;
  }

  private List<RowSampling> tests(List<Double> differences, List<PairedPart> pairs) {
    return looks.stream()
        .map(
            look ->
                RowSampling.of(
                    differences.subList(0, look),
                    RowInfluence.jackknife(pairs.subList(0, look), PRECISION)))
        .toList();
  }

  /** Every other rare row and every other of the rest, in random order. */
  private static IntervalRows[] halves(IntervalRows training, RandomStream stream) {
    int rares = training.rare();
    int[] rare = stream.permutation(rares);
    int[] others = stream.permutation(training.cells().length - rares);
    IntervalRows[] halves = new IntervalRows[2];
    for (int half = 0; half < 2; half++) {
      int own = half;
      int[] kept = new int[rares / 2 + others.length / 2];
      for (int i = 0; i < rares / 2; i++) {
        kept[i] = rare[2 * i + own];
      }
      for (int i = 0; i < others.length / 2; i++) {
        kept[rares / 2 + i] = rares + others[2 * i + own];
      }
      halves[half] = training.only(kept);
    }
    return halves;
  }

  private static CheapLearner plain(IntervalRows training) {
    return CheapLearner.discriminant(training, training.cells()[0].length, 0);
  }

  private static Ranking ranking(CheapLearner fitted, IntervalRows test) {
    return Ranking.of(fitted.scores(test.cells()));
  }
}
