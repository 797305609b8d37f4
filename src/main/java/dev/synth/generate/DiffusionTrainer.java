package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.RandomStream;
import dev.synth.encode.FeatureEncoder;
import dev.synth.neural.FlowLoss;
import dev.synth.neural.FlowModel;
import dev.synth.neural.FlowOptimiser;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Trains a flow-matching model, for a number of steps: on the rare rows, or, of scope {@code all},
 * on both classes in balanced batches, told apart by the label.
 *
 * <p>From 40 rare rows on a fifth of them may be held back first, to choose the number of steps by
 * ({@link StepChoice}); the final model, which sees all rows, is trained for that many. Draws come
 * from the average of the weights.
 */
public final class DiffusionTrainer implements GeneratorTrainer {
  private final DiffusionOptions options;

  /** A trainer with the given options. */
  public DiffusionTrainer(DiffusionOptions options) {
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
        HeldBack.of(training, context.seeds().stream("diffusion/held-back"))
            .filter(held -> options.earlyStop());
    if (heldBack.isPresent()) {
      StepChoice choice = chooseSteps(encoder, heldBack.get(), context, warnings);
      steps = choice.steps();
      curves.add(choice.score());
      notes.addAll(choice.notes());
    } else if (options.earlyStop()) {
      notes.add(HeldBack.tooFew(training.rareCount(), steps));
    }
    try (Fit fit = new Fit(encoder, training, steps, context.below("diffusion/final"));
        Progress.Stage stage = context.progress().stage("training", steps, "steps")) {
      fit.train(steps, stage);
      curves.addAll(0, fit.curves.curves());
      warnings.addAll(fit.collapse());
      return fit.generator(new TrainingLog(curves, steps, notes, warnings));
    }
  }

  private StepChoice chooseSteps(
      FeatureEncoder encoder, HeldBack heldBack, Context context, List<String> warnings) {
    Context own = context.below("diffusion/trial");
    try (Fit fit = new Fit(encoder, heldBack.rest(), options.steps(), own)) {
      StepChoice choice = StepChoice.of(heldBack, options.steps(), fit, own);
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
    private final FlowOptimiser optimiser;
    private final BatchSource batches;
    private final LossCurves curves =
        new LossCurves(List.of("velocity error (mean square)", "cross-entropy of a hidden case"));

    Fit(FeatureEncoder encoder, Training training, int steps, Context context) {
      this.encoder = encoder;
      this.context = context;
      rows = EncodedRows.of(encoder, training, options.scope(), context.seeds());
      noise = context.seeds().stream("noise");
      FlowModel model =
          new FlowModel(options.shape(encoder.layout()), context.seeds().stream("weights"));
      batches = rows.batches(options.batchSize(), context.seeds().stream("batches"));
      optimiser = new FlowOptimiser(model, batches.size(), options.plan(steps));
    }

    @Override
    public void train(int steps, Progress.Stage stage) {
      for (int i = 0; i < steps; i++) {
        context.cancellation().check();
        FlowLoss loss = optimiser.step(rows.rows(), batches.next(), noise);
        if (!Double.isFinite(loss.total())) {
          throw Problem.usage(
              "the training of the diffusion model diverged at step %d: a learning_rate below %s"
                  + " may help",
              curves.steps() + 1, options.learningRate());
        }
        curves.add(loss.velocity(), loss.crossEntropy());
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
      return TrainingChecks.collapse(encoder.layout(), rows.rare(), encoder.encode(checked()));
    }

    Diffusion generator(TrainingLog log) {
      return new Diffusion(options, encoder, optimiser.averaged(), log);
    }

    @Override
    public void close() {
      optimiser.close();
    }
  }
}
