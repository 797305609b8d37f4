package dev.synth.internal.generate.training;

import dev.synth.generate.TrainingLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects a training's losses, a point of each every 10 steps: their mean. */
public final class LossCurves {
  private static final int EVERY = 10;

  private final List<String> names;
  private final List<List<TrainingLog.Point>> points = new ArrayList<>();
  private final double[] sums;
  private int steps;

  /**
   * Curves without points.
   *
   * @param names what is measured, such as {@code reconstruction}
   */
  public LossCurves(List<String> names) {
    this.names = List.copyOf(names);
    names.forEach(name -> points.add(new ArrayList<>()));
    sums = new double[names.size()];
  }

  /** Returns how many steps were added. */
  int steps() {
    return steps;
  }

  /** Adds a step's losses, in the names' order. */
  public void add(double... losses) {
    steps++;
    for (int i = 0; i < sums.length; i++) {
      sums[i] += losses[i];
    }
    if (steps % EVERY == 0) {
      for (int i = 0; i < sums.length; i++) {
        points.get(i).add(new TrainingLog.Point(steps, sums[i] / EVERY));
      }
      Arrays.fill(sums, 0);
    }
  }

  /** Returns the curves so far. */
  public List<TrainingLog.Curve> curves() {
    List<TrainingLog.Curve> curves = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      curves.add(new TrainingLog.Curve(names.get(i), points.get(i)));
    }
    return curves;
  }
}
