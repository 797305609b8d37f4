package dev.synth.generate;

import dev.synth.neural.Loss;
import java.util.ArrayList;
import java.util.List;

/** Collects a training's loss, a point every 10 steps: their mean. */
final class LossCurves {
  private static final int EVERY = 10;

  private final List<TrainingLog.Point> reconstruction = new ArrayList<>();
  private final List<TrainingLog.Point> divergence = new ArrayList<>();
  private int steps;
  private double reconstructionSum;
  private double divergenceSum;

  int steps() {
    return steps;
  }

  void add(Loss loss) {
    steps++;
    reconstructionSum += loss.reconstruction();
    divergenceSum += loss.divergence();
    if (steps % EVERY == 0) {
      reconstruction.add(new TrainingLog.Point(steps, reconstructionSum / EVERY));
      divergence.add(new TrainingLog.Point(steps, divergenceSum / EVERY));
      reconstructionSum = 0;
      divergenceSum = 0;
    }
  }

  List<TrainingLog.Curve> curves() {
    return List.of(
        new TrainingLog.Curve("reconstruction", reconstruction),
        new TrainingLog.Curve("divergence", divergence));
  }
}
