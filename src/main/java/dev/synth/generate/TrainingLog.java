package dev.synth.generate;

import java.util.List;

/**
 * The record of a training, for {@code training.json} and the report.
 *
 * @param curves loss curves by name, empty for kinds without a loss
 * @param steps how many steps the final model was trained for; 0 for kinds without steps
 * @param notes what the trainer decided by itself
 * @param warnings what is likely to be wrong with the model: a collapse, say
 */
public record TrainingLog(
    List<Curve> curves, int steps, List<TrainingNote> notes, List<TrainingWarning> warnings) {
  /** The log of a kind that has nothing to log. */
  public static final TrainingLog EMPTY = new TrainingLog(List.of(), 0, List.of(), List.of());

  public TrainingLog {
    curves = List.copyOf(curves);
    notes = List.copyOf(notes);
    warnings = List.copyOf(warnings);
  }

  /** A log without warnings. */
  public TrainingLog(List<Curve> curves, int steps, List<TrainingNote> notes) {
    this(curves, steps, notes, List.of());
  }

  /**
   * One loss curve.
   *
   * @param name what was measured, such as {@code reconstruction}
   * @param points the curve, by rising step
   */
  public record Curve(String name, List<Point> points) {
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * A point of a loss curve.
   *
   * @param step the step, from 1
   * @param value the loss, in nats per row unless the curve's name says otherwise
   */
  public record Point(int step, double value) {}
}
