package dev.synth.internal.generate.vae;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingWarning;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.training.BatchSource;
import dev.synth.internal.generate.training.EncodedRows;
import dev.synth.internal.generate.training.ModelInTraining;
import dev.synth.internal.generate.training.SteppedTraining;
import dev.synth.internal.neural.vae.Loss;
import dev.synth.internal.neural.vae.VaeOptimiser;
import dev.synth.internal.neural.vae.VariationalAutoencoder;
import dev.synth.split.Training;
import java.util.ArrayList;
import java.util.List;

/**
 * Trains a variational autoencoder by {@link SteppedTraining}: on the rare rows, or, of scope
 * {@code all}, on both classes in balanced batches, told apart by the label.
 */
public record VaeTrainer(VaeOptions options) implements GeneratorTrainer {
  /** Fewer nats a row than this, and the codes say nothing about their rows. */
  private static final double NO_INFORMATION = 0.05;

  @Override
  public Generator fit(Training training, Context context) {
    int steps = options.steps(training.rareCount());
    return new SteppedTraining(options.kind(), options.scope(), steps, options.earlyStop())
        .fit(
            training,
            width -> options.steps(training.rareCount(), width),
            (encoder, rows, chosen, own) -> new Fit(encoder, rows, own),
            context);
  }

  /** One model in training. */
  private final class Fit extends ModelInTraining {
    private final FeatureEncoder encoder;
    private final EncodedRows rows;
    private final RandomStream noise;
    private final VaeOptimiser optimiser;
    private final BatchSource batches;
    private final VariationalAutoencoder model;
    private Loss latest = new Loss(0, 0);

    Fit(FeatureEncoder encoder, Training training, Context context) {
      this(encoder, EncodedRows.of(encoder, training, options.scope(), context.seeds()), context);
    }

    private Fit(FeatureEncoder encoder, EncodedRows rows, Context context) {
      super(encoder, rows, context, List.of("reconstruction", "divergence"));
      this.encoder = encoder;
      this.rows = rows;
      noise = context.seeds().stream("noise");
      model =
          new VariationalAutoencoder(
              Vae.architecture(options, encoder.layout()), context.seeds().stream("weights"));
      batches = rows.batches(options.batchSize(), context.seeds().stream("batches"));
      optimiser = new VaeOptimiser(model, batches.size(), options.learningRate(), options.beta());
    }

    @Override
    public void step() {
      latest = optimiser.step(rows.rows(), batches.next(), noise);
      requireFinite("the VAE's training", latest.total(options.beta()), options.learningRate());
      addLosses(latest.reconstruction(), latest.divergence());
    }

    @Override
    public List<TrainingWarning> warnings() {
      List<TrainingWarning> found = new ArrayList<>();
      if (latest.divergence() < NO_INFORMATION && rows.rareCount() > 1) {
        found.add(new TrainingWarning.EmptyCodes(latest.divergence()));
      }
      found.addAll(super.warnings());
      return found;
    }

    @Override
    public Vae generator(TrainingLog log) {
      return new Vae(options, encoder, model, model.encode(rows.rare()), log);
    }

    @Override
    public void close() {
      optimiser.close();
    }
  }
}
