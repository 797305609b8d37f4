package dev.synth.benchmarks.interval;

import dev.synth.internal.stats.rows.Ranking;
import dev.synth.internal.stats.rows.TestRows;
import dev.synth.internal.stats.rows.WeightedFigure;
import java.util.IdentityHashMap;

/** A figure that computes each ranking's influences once, since all arms share a reference. */
final class Remembered implements WeightedFigure {
  private final WeightedFigure figure;
  private final IdentityHashMap<Ranking, double[]> derivatives = new IdentityHashMap<>();
  private final IdentityHashMap<Ranking, double[]> losses = new IdentityHashMap<>();

  Remembered(WeightedFigure figure) {
    this.figure = figure;
  }

  @Override
  public double value(TestRows rows, Ranking ranking, double[] weights) {
    return figure.value(rows, ranking, weights);
  }

  @Override
  public double[] derivatives(TestRows rows, Ranking ranking) {
    return derivatives.computeIfAbsent(ranking, key -> figure.derivatives(rows, key));
  }

  @Override
  public double[] losses(TestRows rows, Ranking ranking) {
    return losses.computeIfAbsent(ranking, key -> figure.losses(rows, key));
  }
}
