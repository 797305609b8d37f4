package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.RandomStream;
import dev.synth.encode.FeatureEncoder;
import dev.synth.neural.Loss;
import dev.synth.neural.VaeOptimiser;
import dev.synth.neural.VariationalAutoencoder;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains a variational autoencoder, for a number of steps and not of epochs, so that few rows don't
 * mean little training: on the rare rows, or, of scope {@code all}, on both classes in balanced
 * batches, told apart by the label.
 *
 * <p>From 40 rare rows on a fifth of them may be held back first, to choose the number of steps by
 * ({@link StepChoice}); the final model, which sees all rows, is trained for that many.
 */
public final class VaeTrainer implements GeneratorTrainer {
  /** Fewer nats a row than this, and the codes say nothing about their rows. */
  private static final double NO_INFORMATION = 0.05;

  private final VaeOptions options;

  /** A trainer with the given options. */
  public VaeTrainer(VaeOptions options) {
    this.options = options;
  }

  @Override
  public String kind() {
    return options.kind();
  }

  @Override
  public Generator fit(Training training, Context context) {
    if (training.rareCount() == 0) {
      throw Problem.data("there are no rare training rows to learn from");
    }
    FeatureEncoder encoder = FeatureEncoder.fit(training, options.scope().ofEncoder());
    if (encoder.layout().width() == 0) {
      throw Problem.data("every feature has one value only: there is nothing to learn");
    }
    List<TrainingLog.Curve> curves = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    int steps = options.steps();
    Optional<HeldBack> heldBack =
        HeldBack.of(training, context.seeds().stream("vae/held-back"))
            .filter(held -> options.earlyStop());
    if (heldBack.isPresent()) {
      StepChoice choice = chooseSteps(encoder, heldBack.get(), context, warnings);
      steps = choice.steps();
      curves.add(choice.score());
      notes.addAll(choice.notes());
    } else if (options.earlyStop()) {
      notes.add(HeldBack.tooFew(training.rareCount(), steps));
    }
    try (Fit fit = new Fit(encoder, training, context.below("vae/final"));
        Progress.Stage stage = context.progress().stage("training", steps, "steps")) {
      fit.train(steps, stage);
      curves.addAll(0, fit.curves.curves());
      warnings.addAll(fit.collapse());
      return fit.generator(new TrainingLog(curves, steps, notes, warnings));
    }
  }

  private StepChoice chooseSteps(
      FeatureEncoder encoder, HeldBack heldBack, Context context, List<String> warnings) {
    try (Fit fit = new Fit(encoder, heldBack.rest(), context.below("vae/trial"))) {
      StepChoice choice = StepChoice.of(heldBack, options.steps(), fit, context.below("vae/trial"));
      warnings.addAll(
          TrainingChecks.memorisation(
              encoder.encode(heldBack.rest().rare()),
              encoder.encode(heldBack.rows()),
              encoder.encode(fit.checked())));
      return choice;
    }
  }

  /** One model in training. */
  private final class Fit implements Trial, AutoCloseable {
    private final FeatureEncoder encoder;
    private final EncodedRows rows;
    private final Context context;
    private final RandomStream noise;
    private final VaeOptimiser optimiser;
    private final BatchSource batches;
    private final LossCurves curves = new LossCurves(List.of("reconstruction", "divergence"));
    private final VariationalAutoencoder model;
    private Loss latest = new Loss(0, 0);

    Fit(FeatureEncoder encoder, Training training, Context context) {
      this.encoder = encoder;
      this.context = context;
      rows = EncodedRows.of(encoder, training, options.scope(), context.seeds());
      noise = context.seeds().stream("noise");
      model =
          new VariationalAutoencoder(
              options.architecture(encoder.layout()), context.seeds().stream("weights"));
      batches = rows.batches(options.batchSize(), context.seeds().stream("batches"));
      optimiser = new VaeOptimiser(model, batches.size(), options.learningRate(), options.beta());
    }

    @Override
    public void train(int steps, Progress.Stage stage) {
      for (int i = 0; i < steps; i++) {
        context.cancellation().check();
        latest = optimiser.step(rows.rows(), batches.next(), noise);
        if (!Double.isFinite(latest.total(options.beta()))) {
          throw Problem.usage(
              "the VAE's training diverged at step %d: a learning_rate below %s may help",
              curves.steps() + 1, options.learningRate());
        }
        curves.add(latest.reconstruction(), latest.divergence());
        stage.advance(1);
      }
    }

    @Override
    public Table sample(int count, Context drawing) {
      return generator(TrainingLog.EMPTY).sample(count, drawing);
    }

    /** Draws the rows that checks look at. */
    Table checked() {
      return sample(TrainingChecks.ROWS, context.below("check").silent());
    }

    List<String> collapse() {
      List<String> found = new ArrayList<>();
      if (latest.divergence() < NO_INFORMATION && rows.rareCount() > 1) {
        found.add(
            "the codes say nothing about their rows (%.3f nats a row), so that draws are as if"
                    .formatted(latest.divergence())
                + " columns were independent; a smaller beta or more steps may help");
      }
      double[][] drawn = encoder.encode(checked());
      found.addAll(TrainingChecks.collapse(encoder.layout(), rows.rare(), drawn));
      return found;
    }

    Vae generator(TrainingLog log) {
      return new Vae(options, encoder, model, model.encode(rows.rare()), log);
    }

    @Override
    public void close() {
      optimiser.close();
    }
  }
}
