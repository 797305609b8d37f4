package dev.synth.internal.generate.diffusion;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.DiffusionOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.training.BatchSource;
import dev.synth.internal.generate.training.EncodedRows;
import dev.synth.internal.generate.training.ModelInTraining;
import dev.synth.internal.generate.training.SteppedTraining;
import dev.synth.internal.neural.flow.FlowLoss;
import dev.synth.internal.neural.flow.FlowModel;
import dev.synth.internal.neural.flow.FlowOptimiser;
import dev.synth.split.Training;
import java.util.List;

/**
 * Trains a flow-matching model by {@link SteppedTraining}: on the rare rows, or, of scope {@code
 * all}, on both classes in balanced batches, told apart by the label. Draws come from the average
 * of the weights.
 */
public record DiffusionTrainer(DiffusionOptions options) implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    return new SteppedTraining(
            options.kind(), options.scope(), options.steps(), options.earlyStop())
        .fit(training, Fit::new, context);
  }

  /** Returns the optimiser's schedule for a number of steps. */
  private FlowOptimiser.Settings plan(int steps) {
    return new FlowOptimiser.Settings(
        steps, options.learningRate(), options.weightDecay(), options.averaging());
  }

  /** One model in training. */
  private final class Fit extends ModelInTraining {
    private final FeatureEncoder encoder;
    private final EncodedRows rows;
    private final RandomStream noise;
    private final FlowOptimiser optimiser;
    private final BatchSource batches;

    Fit(FeatureEncoder encoder, Training training, int steps, Context context) {
      this(
          encoder,
          EncodedRows.of(encoder, training, options.scope(), context.seeds()),
          steps,
          context);
    }

    private Fit(FeatureEncoder encoder, EncodedRows rows, int steps, Context context) {
      super(
          encoder,
          rows,
          context,
          List.of("velocity error (mean square)", "cross-entropy of a hidden case"));
      this.encoder = encoder;
      this.rows = rows;
      noise = context.seeds().stream("noise");
      FlowModel model =
          new FlowModel(
              Diffusion.shape(options, encoder.layout()), context.seeds().stream("weights"));
      batches = rows.batches(options.batchSize(), context.seeds().stream("batches"));
      optimiser = new FlowOptimiser(model, batches.size(), plan(steps));
    }

    @Override
    public void step() {
      FlowLoss loss = optimiser.step(rows.rows(), batches.next(), noise);
      String what = "the training of the diffusion model";
      requireFinite(what, loss.total(), options.learningRate());
      addLosses(loss.velocity(), loss.crossEntropy());
    }

    @Override
    public Diffusion generator(TrainingLog log) {
      return new Diffusion(options, encoder, optimiser.averaged(), log);
    }

    @Override
    public void close() {
      optimiser.close();
    }
  }
}
