package dev.synth.internal.generate.training;

import dev.synth.base.Context;
import dev.synth.base.Progress;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingNote;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses how many steps to train for, by a trial fit whose draws are scored against held-back rare
 * rows every so often: {@link EarlyStopSplit#score}, averaged over three looks.
 *
 * <p>The largest number of steps is taken whose score is within two standard errors of the least:
 * the score of few rows is coarse, and more steps have done more good than harm in measurements
 * (docs/adr/0014). The trial ends where five looks in a row are worse than that.
 *
 * @param steps the number chosen, at least 1
 * @param score the scores, by step
 * @param note how it was chosen
 */
public record StepChoice(int steps, TrainingLog.Curve score, TrainingNote note) {
  /** The curve's name. */
  public static final String CURVE = "two-sample score of held-back rows";

  private static final int LOOKS = 20;
  private static final int SMOOTHED_OVER = 3;
  private static final int PATIENCE = 5;
  private static final double TOLERATED_ERRORS = 2;

  /**
   * Chooses.
   *
   * @param mostSteps steps that may be chosen at most, at least 1
   * @param trial an untrained model, which is left as the last look saw it
   */
  static StepChoice of(EarlyStopSplit heldBack, int mostSteps, Trial trial, Context context) {
    int every = Math.max(1, mostSteps / LOOKS);
    List<TrainingLog.Point> points = new ArrayList<>();
    ToleranceRule rule = new ToleranceRule(TOLERATED_ERRORS * heldBack.standardError());
    try (Progress.Stage stage =
        context.progress().stage("choosing the number of steps", mostSteps, "steps")) {
      for (int steps = 0; steps < mostSteps && rule.sinceGood < PATIENCE; ) {
        int next = Math.min(every, mostSteps - steps);
        trial.train(next, stage);
        steps += next;
        // The same seeds at each look: what differs between scores is the model alone.
        Context look = context.below("look").silent();
        double score = heldBack.score(trial.sample(heldBack.rowsToDraw(), look), look);
        points.add(new TrainingLog.Point(steps, score));
        rule.add(smoothed(points));
      }
    }
    int chosen = points.get(rule.chosen()).step();
    return new StepChoice(
        chosen,
        new TrainingLog.Curve(CURVE, points),
        new TrainingNote.ChosenSteps(
            heldBack.rows().rowCount(),
            heldBack.rows().rowCount() + heldBack.rest().rareCount(),
            chosen,
            mostSteps,
            points.get(rule.chosen()).value()));
  }

  private static double smoothed(List<TrainingLog.Point> points) {
    return points.subList(Math.max(0, points.size() - SMOOTHED_OVER), points.size()).stream()
        .mapToDouble(TrainingLog.Point::value)
        .average()
        .orElseThrow();
  }

  /** The last look within a tolerance of the best. */
  private static final class ToleranceRule {
    private final double tolerance;
    private final List<Double> scores = new ArrayList<>();
    private double least = Double.POSITIVE_INFINITY;
    private int sinceGood;

    ToleranceRule(double tolerance) {
      this.tolerance = tolerance;
    }

    void add(double score) {
      scores.add(score);
      least = Math.min(least, score);
      sinceGood = scores.size() - 1 - chosen();
    }

    int chosen() {
      int last = scores.size() - 1;
      while (scores.get(last) > least + tolerance) {
        last--;
      }
      return last;
    }
  }
}
