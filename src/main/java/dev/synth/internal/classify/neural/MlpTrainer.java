package dev.synth.internal.classify.neural;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.classify.Classifier;
import dev.synth.classify.MlpOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.FeatureRows;
import dev.synth.internal.classify.FeatureTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.neural.classifier.BatchShape;
import dev.synth.internal.neural.classifier.ClassifierNetwork;
import dev.synth.internal.neural.classifier.ClassifierOptimiser;
import dev.synth.internal.neural.classifier.FocalLoss;
import dev.synth.internal.neural.classifier.LogitScorer;
import dev.synth.split.Augmented;
import java.util.List;
import java.util.stream.Stream;

/**
 * Trains a network of dense layers on scaled features with the {@link FocalLoss}. The loss's effect
 * on the scores is taken back: they remain probabilities as far as the network has found the
 * minimum. The calibration figures say how far.
 *
 * <p>Balanced, both classes weigh the same in the loss; that is not taken back, as in the other
 * classifiers.
 */
public record MlpTrainer(MlpOptions options) implements FeatureTrainer {
  /** One row in this many of a batch is rare at least, so that each step learns from the class. */
  private static final int ONE_RARE_IN = 8;

  /**
   * Returns what tuning tries: the given options, and these with other decays and without focus.
   */
  public static List<TuningCandidate> candidates(MlpOptions options) {
    return Stream.of(
            options,
            options.withWeightDecay(0.1),
            options.withWeightDecay(3),
            options.withFocalGamma(0))
        .distinct()
        .map(
            each ->
                new TuningCandidate(
                    PlainText.of(
                        "weight decay %s, focal gamma %s", each.weightDecay(), each.focalGamma()),
                    new MlpTrainer(each)))
        .toList();
  }

  @Override
  public Classifier learn(FeatureRows rows, Context context) {
    FocalLoss loss = new FocalLoss(options.focalGamma(), options.focalAlpha());
    LogitScorer scorer = train(rows, loss, context);
    return rows.scoring(new NetworkModel(scorer, loss));
  }

  private LogitScorer train(FeatureRows rows, FocalLoss loss, Context context) {
    double[][] numbers = rows.scaled();
    BatchShape shape = shape(rows.rows(), rows.rareWeight());
    ClassifierNetwork network =
        new ClassifierNetwork(
            numbers[0].length,
            options.hidden(),
            shape.rareShare(),
            context.seeds().stream("mlp/weights"));
    ClassBatches batches =
        new ClassBatches(
            rows.targets(), shape.size(), shape.rareRows(), context.seeds().stream("mlp/batches"));
    var plan =
        new ClassifierOptimiser.Settings(
            options.steps(), options.learningRate(), options.weightDecay());
    try (ClassifierOptimiser optimiser = new ClassifierOptimiser(network, loss, shape, plan)) {
      for (int step = 1; step <= options.steps(); step++) {
        context.cancellation().check();
        double nats = optimiser.step(numbers, batches.next());
        if (!Double.isFinite(nats)) {
          throw Problem.data(
              "the classifier mlp diverged at step %d; lower its learning_rate, which is %s",
              step, options.learningRate());
        }
      }
    }
    return network.scorer();
  }

  private BatchShape shape(Augmented rows, double weight) {
    double rareWeight = weight * rows.rareCount();
    double share = rareWeight / (rareWeight + rows.otherCount());
    int size = Math.max(2, Math.min(options.batchSize(), rows.rowCount()));
    int rare = (int) Math.round(size * Math.max(share, 1.0 / ONE_RARE_IN));
    return new BatchShape(size, Math.clamp(rare, 1, size - 1), share);
  }
}
