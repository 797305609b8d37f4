package dev.synth.internal.generate.training;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.generate.Generator;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.table.Table;
import java.util.List;

/** A network in training on encoded rows, whose draws can be looked at between steps. */
public abstract class ModelInTraining implements Trial, AutoCloseable {
  private final FeatureEncoder encoder;
  private final EncodedRows rows;
  private final Context context;
  private final LossCurves curves;

  /**
   * An untrained model.
   *
   * @param rows what it learns from, encoded by the encoder
   * @param losses the names of the losses that {@link #addLosses} takes
   */
  public ModelInTraining(
      FeatureEncoder encoder, EncodedRows rows, Context context, List<String> losses) {
    this.encoder = encoder;
    this.rows = rows;
    this.context = context;
    curves = new LossCurves(losses);
  }

  /** Takes one optimiser step, and records its losses. */
  public abstract void step();

  /** Returns the model as it is, whose arrays the next step may change. */
  public abstract Generator generator(TrainingLog log);

  /** Gives the network's memory back. */
  @Override
  public abstract void close();

  @Override
  public final void train(int steps, Progress.Stage stage) {
    for (int i = 0; i < steps; i++) {
      context.cancellation().check();
      step();
      stage.advance(1);
    }
  }

  @Override
  public Table sample(int count, Context drawing) {
    return generator(TrainingLog.EMPTY).sample(count, drawing);
  }

  /** Ends the training and returns its result. */
  public Generator finish(TrainingLog log) {
    return generator(log);
  }

  /**
   * Refuses to go on with numbers that are none.
   *
   * @param what whose training it is, for the message
   * @param loss a step's loss, or a sum of losses
   */
  public final void requireFinite(String what, double loss, double learningRate) {
    if (!Double.isFinite(loss)) {
      throw Problem.usage(
          "%s diverged at step %d: a learning_rate below %s may help",
          what, curves.steps() + 1, learningRate);
    }
  }

  /** Adds a step's losses to the curves, in the names' order. */
  public final void addLosses(double... losses) {
    curves.add(losses);
  }

  /** Returns the losses so far. */
  public final List<TrainingLog.Curve> curves() {
    return curves.curves();
  }

  /** Returns warnings of collapse; kinds add what else goes wrong with them. */
  public List<TrainingWarning> warnings() {
    return TrainingChecks.collapse(encoder.layout(), rows.rare(), checked());
  }

  /** Returns encoded draws that checks look at. */
  public final double[][] checked() {
    return encoder.encode(sample(TrainingChecks.ROWS, context.below("check").silent()));
  }
}
