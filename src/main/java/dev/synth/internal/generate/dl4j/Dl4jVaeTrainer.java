package dev.synth.internal.generate.dl4j;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.base.Progress;
import dev.synth.base.RandomStream;
import dev.synth.generate.Dl4jVaeOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.TrainingLog;
import dev.synth.generate.TrainingWarning;
import dev.synth.internal.encode.EncodedLayout;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.training.Batches;
import dev.synth.internal.generate.training.LossCurves;
import dev.synth.internal.generate.training.SteppedTraining;
import dev.synth.internal.generate.training.TrainingChecks;
import dev.synth.internal.neural.dl4j.Dl4jAutoencoder;
import dev.synth.split.Training;
import java.util.List;

/**
 * Trains DL4J's own autoencoder layer on the encoded rare rows, as somebody would who takes the
 * library as it is: the baseline that our networks are measured against.
 */
public record Dl4jVaeTrainer(Dl4jVaeOptions options) implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    FeatureEncoder encoder =
        FeatureEncoder.fit(training.requireRare(), FeatureEncoder.QuantileRows.RARE);
    EncodedLayout layout = encoder.layout();
    SteppedTraining.requireColumns(encoder);
    double[][] rows = encoder.encode(training.rare());
    Dl4jAutoencoder layer =
        new Dl4jAutoencoder(
            Dl4jVae.shape(options, layout), context.seeds().stream("dl4j-vae/weights"));
    LossCurves curves = train(layer, rows, context);
    Dl4jVae untold = new Dl4jVae(options, encoder, layer, TrainingLog.EMPTY);
    Context checking = context.below("dl4j-vae/check").silent();
    List<TrainingWarning> warnings =
        TrainingChecks.collapse(
            layout, rows, encoder.encode(untold.sample(TrainingChecks.ROWS, checking)));
    TrainingLog log = new TrainingLog(curves.curves(), options.steps(), List.of(), warnings);
    return new Dl4jVae(options, encoder, layer, log);
  }

  private LossCurves train(Dl4jAutoencoder layer, double[][] rows, Context context) {
    Batches batches =
        new Batches(rows.length, options.batchSize(), context.seeds().stream("dl4j-vae/batches"));
    RandomStream noise = context.seeds().stream("dl4j-vae/noise");
    LossCurves curves = new LossCurves(List.of("loss"));
    try (Progress.Stage stage = context.progress().stage("training", options.steps(), "steps")) {
      for (int step = 1; step <= options.steps(); step++) {
        context.cancellation().check();
        double loss = layer.step(rows, batches.next(), noise);
        if (!Double.isFinite(loss)) {
          throw Problem.usage(
              "the DL4J layer's training diverged at step %d: a learning_rate below %s, or fewer"
                  + " steps, may help",
              step, options.learningRate());
        }
        curves.add(loss);
        stage.advance(1);
      }
    }
    return curves;
  }
}
