package dev.synth.internal.monitor;

import dev.synth.base.Seeds;
import dev.synth.compare.Detectable;
import dev.synth.internal.bundle.BundleFacts;
import dev.synth.internal.bundle.FittedReference;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceChange;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceFigure;
import dev.synth.internal.monitor.LabelledPerformance.PerformanceMeasure;
import dev.synth.internal.stats.BlockBootstrap;
import dev.synth.internal.stats.Holm;
import dev.synth.internal.stats.StudentT;
import dev.synth.internal.stats.TwoOneSidedTests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges labelled rows against the fitted ones: the difference of each figure by the block
 * bootstrap, whose variance and that of the reference are added.
 */
final class LabelledJudge {
  /** The level of a difference, for the three figures together. */
  static final double LEVEL = 0.01;

  private static final double EQUIVALENCE_LEVEL = 0.05;
  private static final double CONFIDENCE = 0.95;
  private static final int STRETCHES = 20;

  private final FittedReference.Quality quality;
  private final double effect;

  /**
   * A judge.
   *
   * @param reference its quality, where it has one, is what rows are held against
   * @param facts else what the bundle says of itself, with binomial errors
   * @param effect the difference worth having
   */
  LabelledJudge(FittedReference reference, BundleFacts facts, double effect) {
    FittedReference.Quality known = reference.quality();
    this.quality = known == null ? rough(facts.outOfFold()) : known;
    this.effect = effect;
  }

  private static FittedReference.Quality rough(BundleFacts.OutOfFold fold) {
    Double precision = fold.precision();
    double recall = fold.recall();
    double f1 =
        precision == null || precision + recall == 0
            ? 0
            : 2 * precision * recall / (precision + recall);
    return new FittedReference.Quality(
        fold.rare(),
        fold.rows() - fold.rare(),
        rough(fold.averagePrecision(), fold.rare()),
        rough(recall, fold.rare()),
        rough(f1, fold.rare()));
  }

  private static FittedReference.Quality.Figure rough(double value, int rare) {
    return new FittedReference.Quality.Figure(value, Math.sqrt(value * (1 - value) / rare));
  }

  private FittedReference.Quality.Figure reference(PerformanceMeasure measure) {
    return switch (measure) {
      case AVERAGE_PRECISION -> quality.averagePrecision();
      case RECALL -> quality.recall();
      case F1 -> quality.f1();
    };
  }

  LabelledPerformance judge(
      List<LabelledRows.Row> rows, LabelledPerformance.LabelCoverage coverage) {
    int rare = (int) rows.stream().filter(LabelledRows.Row::isRare).count();
    int[] blockOf = new int[rows.size()];
    boolean areDays = rows.stream().mapToLong(LabelledRows.Row::day).distinct().count() >= 8;
    int blocks = areDays ? byDay(rows, blockOf) : byStretch(rows, blockOf);
    LabelledPerformance.@Nullable UntestedReason untested =
        rare < LabelledPerformance.FEWEST_RARE
            ? LabelledPerformance.UntestedReason.FEW_RARE
            : blocks < BlockBootstrap.FEWEST_BLOCKS || rare == rows.size()
                ? LabelledPerformance.UntestedReason.FEW_ROWS
                : null;
    if (rare == 0 || rare == rows.size()) {
      return new LabelledPerformance(coverage, rare, 0, areDays, List.of(), untested);
    }
    List<LabelledWindow> windows = new ArrayList<>();
    for (PerformanceMeasure measure : PerformanceMeasure.values()) {
      windows.add(
          new LabelledWindow(
              rows,
              blocks,
              blockOf,
              measure,
              reference(measure).value(),
              (double) quality.others() / quality.rare()));
    }
    List<PerformanceFigure> figures = untested == null ? tested(windows) : untested(windows);
    return new LabelledPerformance(
        coverage, rare, untested == null ? blocks : 0, areDays, figures, untested);
  }

  private static int byDay(List<LabelledRows.Row> rows, int[] blockOf) {
    Map<Long, Integer> numbers = new TreeMap<>();
    for (int i = 0; i < blockOf.length; i++) {
      Integer known = numbers.putIfAbsent(rows.get(i).day(), numbers.size());
      blockOf[i] = known == null ? numbers.size() - 1 : known;
    }
    return numbers.size();
  }

  private static int byStretch(List<LabelledRows.Row> rows, int[] blockOf) {
    List<Integer> ordered =
        IntStream.range(0, blockOf.length)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> rows.get(i).day()))
            .toList();
    int blocks = Math.min(STRETCHES, ordered.size());
    for (int i = 0; i < ordered.size(); i++) {
      blockOf[ordered.get(i)] = (int) ((long) i * blocks / ordered.size());
    }
    return blocks;
  }

  private List<PerformanceFigure> untested(List<LabelledWindow> windows) {
    List<PerformanceFigure> figures = new ArrayList<>();
    PerformanceMeasure[] measures = PerformanceMeasure.values();
    for (int i = 0; i < measures.length; i++) {
      PerformanceMeasure measure = measures[i];
      figures.add(
          new PerformanceFigure(
              measure,
              windows.get(i).value(),
              reference(measure).value(),
              null,
              null,
              null,
              effect,
              null,
              PerformanceChange.UNDECIDED));
    }
    return figures;
  }

  private List<PerformanceFigure> tested(List<LabelledWindow> windows) {
    List<BlockBootstrap> tests = new ArrayList<>();
    PerformanceMeasure[] measures = PerformanceMeasure.values();
    for (int i = 0; i < measures.length; i++) {
      LabelledWindow window = windows.get(i);
      BlockBootstrap own =
          BlockBootstrap.of(List.of(window), new Seeds(0).stream("monitor/blocks"));
      double error = reference(measures[i]).error();
      tests.add(
          new BlockBootstrap(
              own.mean(),
              Math.sqrt(own.standardError() * own.standardError() + error * error),
              own.blocks(),
              own.windows()));
    }
    double[] differences = Holm.correct(tests.stream().map(BlockBootstrap::p).toList());
    double[] equivalences =
        Holm.correct(
            tests.stream()
                .map(
                    test ->
                        TwoOneSidedTests.p(
                            test.mean(), test.standardError(), test.distribution(), effect))
                .toList());
    List<PerformanceFigure> figures = new ArrayList<>();
    for (int i = 0; i < measures.length; i++) {
      PerformanceMeasure measure = measures[i];
      BlockBootstrap test = tests.get(i);
      double half = test.halfWidth(CONFIDENCE);
      figures.add(
          new PerformanceFigure(
              measure,
              windows.get(i).value(),
              reference(measure).value(),
              test.mean() - half,
              test.mean() + half,
              differences[i],
              effect,
              detectable(test),
              answer(test.mean(), differences[i], equivalences[i])));
    }
    return figures;
  }

  private static double detectable(BlockBootstrap test) {
    StudentT t = test.distribution();
    double level = 1 - LEVEL / (2 * PerformanceMeasure.values().length);
    return (t.quantile(level) + t.quantile(Detectable.POWER)) * test.standardError();
  }

  private static PerformanceChange answer(double mean, double difference, double equivalence) {
    if (difference <= LEVEL) {
      return mean < 0 ? PerformanceChange.DEGRADED : PerformanceChange.BETTER;
    }
    return equivalence <= EQUIVALENCE_LEVEL
        ? PerformanceChange.EQUIVALENT
        : PerformanceChange.UNDECIDED;
  }
}
