package dev.synth.internal.monitor;

import dev.synth.internal.stats.AveragePrecision;
import dev.synth.internal.stats.BlockBootstrap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Labelled rows in blocks of time, and the difference of a figure to a reference where each block
 * counts several times. The rows that are not rare weigh so that the classes stand in the ratio of
 * the fitted rows: a change of the share of rare rows alone changes no figure.
 */
final class LabelledWindow implements BlockBootstrap.TestPart {
  private final LabelledPerformance.PerformanceMeasure measure;
  private final double reference;
  private final double othersPerRare;
  private final double[][] sums;
  private final List<Step> steps = new ArrayList<>();

  /** Sums of weights of a block: rare, others, rare alerts, other alerts. */
  private static final int RARE = 0;

  private static final int OTHERS = 1;
  private static final int CAUGHT = 2;
  private static final int FALSE = 3;

  /** The rows of a block down to a score that rare rows have. */
  private record Step(int block, double rare, double others, boolean isLast) {}

  /**
   * Rows in blocks.
   *
   * @param blocks how many there are
   * @param blockOf each row's block; not copied
   * @param reference what the figure is held against
   * @param othersPerRare the class ratio of the fitted rows
   */
  LabelledWindow(
      List<LabelledRows.Row> rows,
      int blocks,
      int[] blockOf,
      LabelledPerformance.PerformanceMeasure measure,
      double reference,
      double othersPerRare) {
    this.measure = measure;
    this.reference = reference;
    this.othersPerRare = othersPerRare;
    this.sums = new double[blocks][4];
    for (int i = 0; i < blockOf.length; i++) {
      LabelledRows.Row row = rows.get(i);
      double[] own = sums[blockOf[i]];
      own[row.isRare() ? RARE : OTHERS] += row.weight();
      if (row.isAlert()) {
        own[row.isRare() ? CAUGHT : FALSE] += row.weight();
      }
    }
    if (measure == LabelledPerformance.PerformanceMeasure.AVERAGE_PRECISION) {
      walk(rows, blockOf);
    }
  }

  private void walk(List<LabelledRows.Row> rows, int[] blockOf) {
    List<Integer> falling =
        IntStream.range(0, blockOf.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -rows.get(i).score()))
            .toList();
    Map<Integer, double[]> step = new TreeMap<>();
    boolean anyRare = false;
    for (int i = 0; i < falling.size(); i++) {
      LabelledRows.Row row = rows.get(falling.get(i));
      double[] own = step.computeIfAbsent(blockOf[falling.get(i)], block -> new double[2]);
      own[row.isRare() ? RARE : OTHERS] += row.weight();
      anyRare |= row.isRare();
      boolean isLast = i + 1 == falling.size();
      if (isLast || (anyRare && rows.get(falling.get(i + 1)).score() != row.score())) {
        List<Map.Entry<Integer, double[]>> all = List.copyOf(step.entrySet());
        for (int j = 0; j < all.size(); j++) {
          double[] weights = all.get(j).getValue();
          steps.add(
              new Step(all.get(j).getKey(), weights[RARE], weights[OTHERS], j + 1 == all.size()));
        }
        step.clear();
        anyRare = false;
      }
    }
  }

  @Override
  public int blocks() {
    return sums.length;
  }

  @Override
  public boolean hasBothClasses(int[] counts) {
    return sum(counts, RARE) > 0 && sum(counts, OTHERS) > 0;
  }

  private double sum(int[] counts, int which) {
    double sum = 0;
    for (int block = 0; block < counts.length; block++) {
      sum += counts[block] * sums[block][which];
    }
    return sum;
  }

  @Override
  public double difference(int[] counts) {
    return value(counts) - reference;
  }

  /** Returns the figure where every block counts once. */
  double value() {
    return value(IntStream.range(0, sums.length).map(block -> 1).toArray());
  }

  private double value(int[] counts) {
    double rare = sum(counts, RARE);
    double factor = othersPerRare * rare / sum(counts, OTHERS);
    double caught = sum(counts, CAUGHT);
    return switch (measure) {
      case RECALL -> caught / rare;
      case F1 -> 2 * caught / (caught + factor * sum(counts, FALSE) + rare);
      case AVERAGE_PRECISION -> averagePrecision(counts, factor);
    };
  }

  private double averagePrecision(int[] counts, double factor) {
    AveragePrecision precision = new AveragePrecision();
    double rare = 0;
    double others = 0;
    for (Step step : steps) {
      rare += counts[step.block()] * step.rare();
      others += counts[step.block()] * step.others() * factor;
      if (step.isLast()) {
        precision.step(rare, others);
        rare = 0;
        others = 0;
      }
    }
    return precision.value();
  }
}
