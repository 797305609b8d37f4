package dev.synth.internal.validate;

import dev.synth.base.Cancellation;
import dev.synth.base.Seeds;
import dev.synth.internal.classify.boost.BoostedScorer;
import dev.synth.internal.classify.discriminate.CrossFittedScores;
import dev.synth.internal.classify.discriminate.Discriminator;
import dev.synth.internal.classify.feature.FeatureMatrix;
import dev.synth.internal.classify.xgboost.XgboostScorer;
import dev.synth.internal.stats.DeLong;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.validate.metric.Sample;
import dev.synth.internal.validate.metric.SampleColumn;
import dev.synth.internal.validate.metric.SampleSpace;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A measurement of how well sizes of validation's boosted trees tell rows that are known to be bad
 * from real ones, beside how much they vary on real ones, and what a fit costs.
 *
 * <p>Arguments: draws, and rows a side. The area under the ROC curve is that of {@code
 * c2st_boosted}, the share that of {@code class_fidelity}.
 */
public final class TwoSampleBenchmark {
  private static final int TRANSACTIONS = 100_000;
  private static final int FOLDS = 3;
  private static final int MAJORITY = 1_000;
  private static final String FRESH = "fresh";

  private static final List<BoostedScorer.Size> SIZES =
      List.of(
          new BoostedScorer.Size(30, 4, 0.2, 63),
          new BoostedScorer.Size(30, 4, 0.2, 32),
          new BoostedScorer.Size(30, 3, 0.2, 32),
          new BoostedScorer.Size(20, 3, 0.3, 16));

  private static final List<Candidate> CANDIDATES = candidates();

  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final int draws;
  private final int rows;

  /** A way to fit a model. */
  private interface Fitting {
    Discriminator fit(FeatureMatrix features, BitSet second, double weight, Seeds seeds);
  }

  /** A model that is measured. */
  private record Candidate(String name, Fitting fitting) {}

  private static List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>();
    all.add(
        new Candidate(
            "XGBoost, " + name(XgboostScorer.SIZE),
            (features, second, weight, seeds) ->
                XgboostScorer.fit(features, second, weight, seeds)::score));
    for (BoostedScorer.Size size : SIZES) {
      all.add(
          new Candidate(
              name(size),
              (features, second, weight, seeds) ->
                  BoostedScorer.fit(features, second, weight, size, seeds, new Cancellation())
                      ::score));
    }
    return List.copyOf(all);
  }

  private static String name(BoostedScorer.Size size) {
    return size.trees() + ", " + size.depth() + ", " + size.rate() + ", " + size.bins();
  }

  private TwoSampleBenchmark(int draws, int rows) {
    this.draws = draws;
    this.rows = rows;
  }

  /** Runs it. */
  public static void main(String[] args) {
    TwoSampleBenchmark benchmark =
        new TwoSampleBenchmark(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
    benchmark.run(
        "patterns",
        new Law.Patterns(),
        List.of(Cheat.SHUFFLED, Cheat.LOST_PATTERN, Cheat.UNTRAINED));
    benchmark.run("cards", new Law.Cards(TRANSACTIONS), List.of(Cheat.SHUFFLED, Cheat.UNTRAINED));
  }

  /**
   * The figures of one size: what the model said, by what it was shown, and how long its fits took.
   */
  private static final class Tally {
    private final Map<String, List<Double>> areas = new LinkedHashMap<>();
    private final Map<String, List<Double>> shares = new LinkedHashMap<>();
    private double seconds;
    private int fits;
  }

  private void run(String name, Law law, List<Cheat> cheats) {
    List<Tally> tallies = CANDIDATES.stream().map(each -> new Tally()).toList();
    for (int draw = 0; draw < draws; draw++) {
      Training training = law.training(2 * rows, draw);
      Table others = law.others(MAJORITY, -1 - draw);
      Map<String, Table> shown = new LinkedHashMap<>();
      Table fresh = Cheat.FRESH.rows(law, training, draw);
      shown.put(FRESH, fresh);
      for (Cheat cheat : cheats) {
        Table bad = cheat.rows(law, training, draw);
        shown.put(cheat.name(), bad);
        shown.put("half " + cheat.name(), mixed(fresh, bad));
      }
      judge(training.rare(), others, shown, draw, tallies);
    }
    OUT.printf(Locale.ROOT, "%n%s, %d rows a side, %d draws%n", name, rows, draws);
    for (int i = 0; i < CANDIDATES.size(); i++) {
      print(CANDIDATES.get(i), tallies.get(i));
    }
  }

  /** Returns rows of which every second one is bad. */
  private static Table mixed(Table good, Table bad) {
    int count = good.rowCount();
    return good.followedBy(bad)
        .rows(IntStream.range(0, count).map(row -> row % 2 * count + row).toArray());
  }

  private void judge(
      Table real, Table others, Map<String, Table> shown, int draw, List<Tally> tallies) {
    List<Table> all = new ArrayList<>(shown.values());
    all.add(others);
    SampleSpace space = SampleSpace.of(real, all);
    int[] first = IntStream.range(0, rows).toArray();
    Sample side = space.sample(real).rows(first);
    Sample majority = space.sample(others);
    for (int i = 0; i < CANDIDATES.size(); i++) {
      Tally tally = tallies.get(i);
      Discriminator.Learner learner = timed(CANDIDATES.get(i), tally);
      Seeds seeds = new Seeds(draw);
      Discriminator classes = fitted(learner, majority, side, seeds);
      for (Map.Entry<String, Table> each : shown.entrySet()) {
        Sample drawn = space.sample(each.getValue()).rows(first);
        add(tally.areas, each.getKey(), area(learner, side, drawn, seeds));
        double[] scores = classes.score(features(drawn));
        long called = Arrays.stream(scores).filter(score -> score >= 0.5).count();
        add(tally.shares, each.getKey(), called / (double) scores.length);
      }
    }
  }

  private static void add(Map<String, List<Double>> figures, String what, double figure) {
    figures.computeIfAbsent(what, key -> new ArrayList<>()).add(figure);
  }

  private static Discriminator.Learner timed(Candidate candidate, Tally tally) {
    return (features, second, seeds, cancellation) -> {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      double weight = (features.rowCount() - second.cardinality()) / (double) second.cardinality();
      Discriminator fitted = candidate.fitting.fit(features, second, weight, seeds);
      tally.seconds +=
          (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
      tally.fits++;
      return fitted;
    };
  }

  private static Discriminator fitted(
      Discriminator.Learner learner, Sample first, Sample second, Seeds seeds) {
    BitSet isSecond = new BitSet();
    isSecond.set(first.rowCount(), first.rowCount() + second.rowCount());
    return learner.fit(features(first, second), isSecond, seeds, new Cancellation());
  }

  /** Returns the mean over folds, as the metric has it. */
  private static double area(
      Discriminator.Learner learner, Sample real, Sample drawn, Seeds seeds) {
    boolean[] second = new boolean[real.rowCount() + drawn.rowCount()];
    Arrays.fill(second, real.rowCount(), second.length, true);
    return CrossFittedScores.of(features(real, drawn), second, FOLDS, learner, seeds).stream()
        .mapToDouble(TwoSampleBenchmark::area)
        .average()
        .orElseThrow();
  }

  private static double area(CrossFittedScores.Fold fold) {
    double[] scores = fold.model().score(fold.features());
    return DeLong.of(picked(scores, fold.second(), false), picked(scores, fold.second(), true))
        .area();
  }

  private static double[] picked(double[] scores, boolean[] second, boolean wanted) {
    return IntStream.range(0, scores.length)
        .filter(row -> second[row] == wanted)
        .mapToDouble(row -> scores[row])
        .toArray();
  }

  /** One feature a column, as the metrics have it. */
  private static FeatureMatrix features(Sample... samples) {
    List<SampleColumn> columns = samples[0].columns();
    double[][] values = new double[columns.size()][];
    for (int column = 0; column < values.length; column++) {
      int number = column;
      values[column] =
          Arrays.stream(samples)
              .flatMapToDouble(sample -> Arrays.stream(sample.values(number)))
              .toArray();
    }
    return FeatureMatrix.ofColumns(columns.stream().map(SampleColumn::name).toList(), values);
  }

  private static void print(Candidate candidate, Tally tally) {
    OUT.printf(
        Locale.ROOT, "%s: %.1f ms a fit%n", candidate.name, 1000 * tally.seconds / tally.fits);
    print("area", tally.areas);
    print("share called rare", tally.shares);
  }

  /** Prints means, and how many deviations of fresh rows they lie from these. */
  private static void print(String title, Map<String, List<Double>> figures) {
    List<Double> fresh = Objects.requireNonNull(figures.get(FRESH));
    double mean = Moments.mean(fresh);
    double deviation = Moments.standardDeviation(fresh);
    OUT.printf(Locale.ROOT, "  %s: fresh %.3f ± %.3f", title, mean, deviation);
    figures.forEach(
        (what, own) -> {
          if (!what.equals(FRESH)) {
            double bad = Moments.mean(own);
            OUT.printf(
                Locale.ROOT,
                ", %s %.3f (%+.1f)",
                what.toLowerCase(Locale.ROOT).replace('_', ' '),
                bad,
                (bad - mean) / deviation);
          }
        });
    OUT.println();
  }
}
