package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.RandomStream;
import dev.synth.encode.FeatureEncoder;
import dev.synth.neural.Architecture;
import dev.synth.neural.Loss;
import dev.synth.neural.VaeOptimiser;
import dev.synth.neural.VariationalAutoencoder;
import dev.synth.split.Training;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a variational autoencoder on the rare rows, for a number of steps and not of epochs, so
 * that few rows don't mean little training.
 *
 * <p>From 40 rare rows on a fifth of them is held back first: the number of steps after which its
 * loss was least is the number that the final model, which sees all rows, is trained for.
 */
public final class VaeTrainer implements GeneratorTrainer {
  /** With fewer rare rows a fifth of them is too few to choose anything by. */
  static final int LEAST_ROWS_TO_HOLD_BACK = 40;

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
    FeatureEncoder encoder = FeatureEncoder.fit(training, FeatureEncoder.Scope.RARE);
    if (encoder.layout().width() == 0) {
      throw Problem.data("every feature has one value only: there is nothing to learn");
    }
    double[][] rows = encoder.encode(training.rare());
    List<TrainingLog.Curve> curves = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int steps = chooseSteps(encoder, rows, context, curves, notes);
    Fit fit = new Fit(encoder, rows, context.below("vae/final"));
    try (Progress.Stage stage = context.progress().stage("training", steps, "steps")) {
      fit.train(steps, stage);
    } finally {
      fit.close();
    }
    curves.addAll(0, fit.curves.curves());
    TrainingLog log = new TrainingLog(curves, steps, notes, List.of());
    return new Vae(options, encoder, fit.model, fit.model.encode(rows), log);
  }

  private int chooseSteps(
      FeatureEncoder encoder,
      double[][] rows,
      Context context,
      List<TrainingLog.Curve> curves,
      List<String> notes) {
    if (!options.earlyStop()) {
      return options.steps();
    }
    if (rows.length < LEAST_ROWS_TO_HOLD_BACK) {
      notes.add(
          "%d rare rows are too few to hold some back: trained for all %d steps"
              .formatted(rows.length, options.steps()));
      return options.steps();
    }
    int[] order = context.seeds().stream("vae/held-back").permutation(rows.length);
    int held = rows.length / 5;
    double[][] heldBack = pick(rows, Arrays.copyOf(order, held));
    double[][] rest = pick(rows, Arrays.copyOfRange(order, held, rows.length));
    StepChoice choice = new StepChoice(options, heldBack, context.seeds());
    Fit fit = new Fit(encoder, rest, context.below("vae/trial"));
    try (Progress.Stage stage =
        context.progress().stage("choosing the number of steps", options.steps(), "steps")) {
      while (!choice.isMade()) {
        fit.train(choice.stepsToNext(), stage);
        choice.look(fit.model);
      }
    } finally {
      fit.close();
    }
    curves.add(new TrainingLog.Curve("held-back loss", choice.points()));
    notes.add(
        "%d of %d rare rows were held back and chose %d steps of at most %d"
            .formatted(held, rows.length, choice.best(), options.steps()));
    return choice.best();
  }

  private static double[][] pick(double[][] rows, int[] chosen) {
    return Arrays.stream(chosen).mapToObj(row -> rows[row]).toArray(double[][]::new);
  }

  /** One model in training. */
  private final class Fit implements AutoCloseable {
    private final double[][] rows;
    private final Context context;
    private final RandomStream noise;
    private final VaeOptimiser optimiser;
    private final Batches batches;
    private final LossCurves curves = new LossCurves(List.of("reconstruction", "divergence"));
    final VariationalAutoencoder model;

    Fit(FeatureEncoder encoder, double[][] rows, Context context) {
      this.rows = rows;
      this.context = context;
      noise = context.seeds().stream("noise");
      model =
          new VariationalAutoencoder(
              new Architecture(encoder.layout(), options.hidden(), options.latentDimension()),
              context.seeds().stream("weights"));
      batches = new Batches(rows.length, options.batchSize(), context.seeds().stream("batches"));
      optimiser = new VaeOptimiser(model, batches.size(), options.learningRate(), options.beta());
    }

    void train(int steps, Progress.Stage stage) {
      for (int i = 0; i < steps; i++) {
        context.cancellation().check();
        Loss loss = optimiser.step(rows, batches.next(), noise);
        if (!Double.isFinite(loss.total(options.beta()))) {
          throw Problem.usage(
              "the VAE's training diverged at step %d: a learning_rate below %s may help",
              curves.steps() + 1, options.learningRate());
        }
        curves.add(loss.reconstruction(), loss.divergence());
        stage.advance(1);
      }
    }

    @Override
    public void close() {
      optimiser.close();
    }
  }
}
