package dev.synth.generate;

import dev.synth.base.Seeds;
import dev.synth.neural.VariationalAutoencoder;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses how many steps to train for: looks at the loss of held-back rows every 50 steps, smooths
 * it over three looks, and stops where that has not fallen for ten.
 */
final class StepChoice {
  private static final int EVERY = 50;
  private static final int SMOOTHED_OVER = 3;
  private static final int PATIENCE = 10;

  /** Noise draws a held-back row: few rows make one draw too coarse. */
  private static final int DRAWS = 4;

  private final VaeOptions options;
  private final double[][] heldBack;
  private final Seeds seeds;
  private final List<TrainingLog.Point> points = new ArrayList<>();
  private int steps;
  private int best;
  private double least = Double.POSITIVE_INFINITY;
  private int sinceBest;

  StepChoice(VaeOptions options, double[][] heldBack, Seeds seeds) {
    this.options = options;
    this.seeds = seeds;
    this.best = options.steps();
    this.heldBack = new double[heldBack.length * DRAWS][];
    for (int i = 0; i < this.heldBack.length; i++) {
      this.heldBack[i] = heldBack[i % heldBack.length];
    }
  }

  boolean isMade() {
    return steps >= options.steps() || sinceBest >= PATIENCE;
  }

  /** Returns how many steps to take before the next look. */
  int stepsToNext() {
    return Math.min(EVERY, options.steps() - steps);
  }

  /** Looks at the model after these steps, each time with the same noise. */
  void look(VariationalAutoencoder model) {
    steps += stepsToNext();
    double loss = model.loss(heldBack, seeds.stream("vae/held-back-noise")).total(options.beta());
    points.add(new TrainingLog.Point(steps, loss));
    double smoothed =
        points.subList(Math.max(0, points.size() - SMOOTHED_OVER), points.size()).stream()
            .mapToDouble(TrainingLog.Point::value)
            .average()
            .orElseThrow();
    if (smoothed < least) {
      least = smoothed;
      best = steps;
      sinceBest = 0;
    } else {
      sinceBest++;
    }
  }

  int best() {
    return best;
  }

  List<TrainingLog.Point> points() {
    return points;
  }
}
