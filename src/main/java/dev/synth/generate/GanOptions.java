package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;
import dev.synth.neural.NetworkLimits;
import java.util.List;

/**
 * How a generative adversarial network is built and trained.
 *
 * @param scope whose rows it learns from
 * @param steps the generator's optimiser steps at most
 * @param criticSteps the critic's optimiser steps for each of the generator's
 * @param batchSize rows a step, drawn with replacement
 * @param pack how many rows the critic judges together
 * @param hidden widths of the hidden layers of either network
 * @param latentDimension how many random numbers a row is made from
 * @param learningRate Adam's step size for both networks
 * @param penaltyWeight weight of the gradient penalty
 * @param conditional whether training asks for cases of one-hot columns, so that rare ones are seen
 * @param averageDecay decay of the moving average of the generator's weights, from which is drawn
 * @param earlyStop whether held-back rows choose the number of steps
 */
@Kind("gan")
public record GanOptions(
    @Setting(
            value =
                "`rare` learns from the rare rows, `all` from both classes, told apart by the"
                    + " label, and draws rare rows; `all` wants more steps.",
            byDefault = "rare")
        Scope scope,
    @Setting(value = "The generator's optimiser steps, at most.", byDefault = "1000") int steps,
    @Setting(value = "The critic's optimiser steps for each of the generator's.", byDefault = "2")
        int criticSteps,
    @Setting(value = "Rows a step, drawn with replacement.", byDefault = "256") int batchSize,
    @Setting(
            value =
                "How many rows the critic judges together, which shows it when rows are too alike;"
                    + " at most the batch size.",
            byDefault = "2")
        int pack,
    @Setting(
            value = "Widths of the hidden layers of generator and critic.",
            byDefault = "[128, 128]")
        List<Integer> hidden,
    @Setting(value = "How many random numbers a row is made from.", byDefault = "32")
        int latentDimension,
    @Setting(value = "Adam's step size for both networks, in (0, 1].", byDefault = "0.001")
        double learningRate,
    @Setting(value = "Weight of the gradient penalty, above 0.", byDefault = "1.0")
        double penaltyWeight,
    @Setting(
            value =
                "Whether training asks for cases of categorical columns, rare ones more often than"
                    + " they occur.",
            byDefault = "true")
        boolean conditional,
    @Setting(
            value =
                "Decay of the moving average of the generator's weights, from which rows are drawn,"
                    + " in [0, 1).",
            byDefault = "0.99")
        double averageDecay,
    @Setting(
            value =
                "Whether a fifth of the rare rows is held back to choose the number of steps by a"
                    + " two-sample score; from 40 rare training rows on.",
            byDefault = "true")
        boolean earlyStop)
    implements GeneratorOptions {
  public GanOptions {
    hidden = List.copyOf(hidden);
    InvalidValue.unless(steps >= 1, "steps", "must be at least 1", steps);
    InvalidValue.unless(
        criticSteps >= 1 && criticSteps <= 100, "criticSteps", "must be in [1, 100]", criticSteps);
    InvalidValue.unless(batchSize >= 1, "batchSize", "must be at least 1", batchSize);
    InvalidValue.unless(pack >= 1 && pack <= batchSize, "pack", "must be in [1, batch_size]", pack);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLatentDimension(latentDimension);
    NetworkLimits.checkLearningRate(learningRate);
    InvalidValue.unless(
        penaltyWeight > 0 && Double.isFinite(penaltyWeight),
        "penaltyWeight",
        "must be above 0 and finite",
        penaltyWeight);
    InvalidValue.unless(
        averageDecay >= 0 && averageDecay < 1, "averageDecay", "must be in [0, 1)", averageDecay);
  }
}
