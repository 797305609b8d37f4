package dev.synth.internal.generate.gan;

import dev.synth.base.Context;
import dev.synth.base.RandomStream;
import dev.synth.generate.GanOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.TrainingLog;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.training.EncodedRows;
import dev.synth.internal.generate.training.ModelInTraining;
import dev.synth.internal.generate.training.SteppedTraining;
import dev.synth.internal.neural.gan.CriticLoss;
import dev.synth.internal.neural.gan.GanNetwork;
import dev.synth.internal.neural.gan.GeneratorLoss;
import dev.synth.internal.neural.gan.WganOptimiser;
import dev.synth.split.Training;
import dev.synth.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Trains a conditional Wasserstein GAN with gradient penalty by {@link SteppedTraining}: on the
 * rare rows, or, of scope {@code all}, on packs of rare rows and packs of others by turns. Rows are
 * drawn with replacement, so that any number of them fills a batch.
 */
public record GanTrainer(GanOptions options) implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    return new SteppedTraining(
            options.kind(), options.scope(), options.steps(), options.earlyStop())
        .fit(training, (encoder, rows, steps, own) -> new Fit(encoder, rows, own), context);
  }

  /** One model in training. */
  private final class Fit extends ModelInTraining {
    private final FeatureEncoder encoder;
    private final TrainingBySampling rare;
    private final GanBatches batches;
    private final RandomStream noise;
    private final GanNetwork network;
    private final WganOptimiser optimiser;

    Fit(FeatureEncoder encoder, Training training, Context context) {
      this(encoder, EncodedRows.of(encoder, training, options.scope(), context.seeds()), context);
    }

    private Fit(FeatureEncoder encoder, EncodedRows rows, Context context) {
      super(
          encoder,
          rows,
          context,
          List.of("critic distance", "gradient penalty", "missed conditions"));
      this.encoder = encoder;
      EncodedLayout layout = encoder.layout();
      rare = new TrainingBySampling(layout, rows.rare(), options.conditional());
      List<TrainingBySampling> classes = new ArrayList<>(List.of(rare));
      if (rows.rows().length > rows.rareCount()) {
        double[][] others = Arrays.copyOfRange(rows.rows(), rows.rareCount(), rows.rows().length);
        classes.add(new TrainingBySampling(layout, others, options.conditional()));
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
    public void step() {
      CriticLoss critic = new CriticLoss(0, 0);
      for (int i = 0; i < options.criticSteps(); i++) {
        batches.advance();
        critic = optimiser.criticStep(batches.rows(), batches.conditions(), noise);
      }
      batches.advance();
      GeneratorLoss generator = optimiser.generatorStep(batches.conditions(), noise);
      double losses = critic.distance() + critic.penalty() + generator.total();
      requireFinite("the GAN's training", losses, options.learningRate());
      addLosses(critic.distance(), critic.penalty(), generator.condition());
    }

    @Override
    public Table sample(int count, Context drawing) {
      optimiser.swapAverage();
      try {
        return super.sample(count, drawing);
      } finally {
        optimiser.swapAverage();
      }
    }

    @Override
    public Gan finish(TrainingLog log) {
      optimiser.swapAverage();
      return generator(log);
    }

    @Override
    public Gan generator(TrainingLog log) {
      return new Gan(options, encoder, network, rare.counts(), log);
    }

    @Override
    public void close() {
      optimiser.close();
    }
  }
}
