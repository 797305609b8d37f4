package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.RandomStream;
import dev.synth.encode.EncodedLayout;
import dev.synth.encode.FeatureEncoder;
import dev.synth.neural.CriticLoss;
import dev.synth.neural.GanNetwork;
import dev.synth.neural.GeneratorLoss;
import dev.synth.neural.WganOptimiser;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Trains a conditional Wasserstein GAN with gradient penalty, for a number of steps and not of
 * epochs, so that few rows don't mean little training: on the rare rows, or, of scope {@code all},
 * on packs of rare rows and packs of others by turns. Rows are drawn with replacement, so that any
 * number of them fills a batch.
 *
 * <p>From 40 rare rows on a fifth of them may be held back first, to choose the number of steps by
 * ({@link StepChoice}); the final model, which sees all rows, is trained for that many.
 */
public final class GanTrainer implements GeneratorTrainer {
  private final GanOptions options;

  /** A trainer with the given options. */
  public GanTrainer(GanOptions options) {
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
        HeldBack.of(training, context.seeds().stream("gan/held-back"))
            .filter(held -> options.earlyStop());
    if (heldBack.isPresent()) {
      StepChoice choice = chooseSteps(encoder, heldBack.get(), context, warnings);
      steps = choice.steps();
      curves.add(choice.score());
      notes.addAll(choice.notes());
    } else if (options.earlyStop()) {
      notes.add(HeldBack.tooFew(training.rareCount(), steps));
    }
    try (Fit fit = new Fit(encoder, training, context.below("gan/final"));
        Progress.Stage stage = context.progress().stage("training", steps, "steps")) {
      fit.train(steps, stage);
      curves.addAll(0, fit.curves.curves());
      warnings.addAll(fit.collapse());
      return fit.finish(new TrainingLog(curves, steps, notes, warnings));
    }
  }

  private StepChoice chooseSteps(
      FeatureEncoder encoder, HeldBack heldBack, Context context, List<String> warnings) {
    Context trial = context.below("gan/trial");
    try (Fit fit = new Fit(encoder, heldBack.rest(), trial)) {
      StepChoice choice = StepChoice.of(heldBack, options.steps(), fit, trial);
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
    private final Context context;
    private final EncodedRows rows;
    private final SampledRows rare;
    private final GanBatches batches;
    private final RandomStream noise;
    private final GanNetwork network;
    private final WganOptimiser optimiser;
    private final LossCurves curves =
        new LossCurves(List.of("critic distance", "gradient penalty", "missed conditions"));

    Fit(FeatureEncoder encoder, Training training, Context context) {
      this.encoder = encoder;
      this.context = context;
      EncodedLayout layout = encoder.layout();
      rows = EncodedRows.of(encoder, training, options.scope(), context.seeds());
      rare = new SampledRows(layout, rows.rare(), options.conditional());
      List<SampledRows> classes = new ArrayList<>(List.of(rare));
      if (rows.rows().length > rows.rareCount()) {
        double[][] others = Arrays.copyOfRange(rows.rows(), rows.rareCount(), rows.rows().length);
        classes.add(new SampledRows(layout, others, options.conditional()));
      }
      int packs = options.batchSize() / options.pack();
      batches = new GanBatches(classes, packs, options.pack(), context.seeds().stream("batches"));
      noise = context.seeds().stream("noise");
      network =
          new GanNetwork(Gan.shape(options, layout), context.seeds().stream("generator-weights"));
      WganOptimiser.Settings settings =
          new WganOptimiser.Settings(
              packs, options.learningRate(), options.penaltyWeight(), options.averageDecay());
      optimiser = new WganOptimiser(network, settings, context.seeds().stream("critic-weights"));
    }

    @Override
    public void train(int steps, Progress.Stage stage) {
      for (int i = 0; i < steps; i++) {
        context.cancellation().check();
        CriticLoss critic = new CriticLoss(0, 0);
        for (int j = 0; j < options.criticSteps(); j++) {
          batches.advance();
          critic = optimiser.criticStep(batches.rows(), batches.conditions(), noise);
        }
        batches.advance();
        GeneratorLoss generator = optimiser.generatorStep(batches.conditions(), noise);
        requireFinite(critic.distance() + critic.penalty() + generator.total());
        curves.add(critic.distance(), critic.penalty(), generator.condition());
        stage.advance(1);
      }
    }

    private void requireFinite(double losses) {
      if (!Double.isFinite(losses)) {
        throw Problem.usage(
            "the GAN's training diverged at step %d: a learning_rate below %s may help",
            curves.steps() + 1, options.learningRate());
      }
    }

    @Override
    public Table sample(int count, Context drawing) {
      optimiser.swapAverage();
      try {
        return generator(TrainingLog.EMPTY).sample(count, drawing);
      } finally {
        optimiser.swapAverage();
      }
    }

    /** Draws the rows that checks look at. */
    Table checked() {
      return sample(TrainingChecks.ROWS, context.below("check").silent());
    }

    List<String> collapse() {
      double[][] drawn = encoder.encode(checked());
      return TrainingChecks.collapse(encoder.layout(), rows.rare(), drawn);
    }

    /** Ends the training and returns its result. */
    Gan finish(TrainingLog log) {
      optimiser.swapAverage();
      return generator(log);
    }

    private Gan generator(TrainingLog log) {
      return new Gan(options, encoder, network, rare.counts(), log);
    }

    @Override
    public void close() {
      optimiser.close();
    }
  }
}
