package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;
import dev.synth.encode.EncodedLayout;
import dev.synth.neural.FlowOptimiser;
import dev.synth.neural.FlowShape;
import dev.synth.neural.NetworkLimits;
import java.util.List;

/**
 * How a flow-matching model is built, trained and sampled.
 *
 * @param scope whose rows it learns from
 * @param steps optimiser steps at most
 * @param batchSize rows a step; of scope {@code rare} the whole rare class if that is smaller, of
 *     scope {@code all} half of them are rare
 * @param hidden widths of the network's hidden layers
 * @param learningRate AdamW's largest step size
 * @param weightDecay AdamW's decay
 * @param averaging how much of the weights' average a step keeps
 * @param drawSteps steps from noise to data when drawing
 * @param earlyStop whether held-back rows choose the number of steps
 */
@Kind("diffusion")
public record DiffusionOptions(
    @Setting(
            value =
                "`rare` learns from the rare rows, `all` from both classes, told apart by the"
                    + " label, and draws rare rows.",
            byDefault = "rare")
        Scope scope,
    @Setting(value = "Optimiser steps, at most.", byDefault = "2000") int steps,
    @Setting(
            value =
                "Rows a step; the whole rare class where that is smaller. Of scope `all` half are"
                    + " rare.",
            byDefault = "256")
        int batchSize,
    @Setting(value = "Widths of the network's hidden layers.", byDefault = "[128, 128, 128]")
        List<Integer> hidden,
    @Setting(
            value = "AdamW's largest step size, in (0, 1]; it falls along a cosine.",
            byDefault = "0.002")
        double learningRate,
    @Setting(value = "AdamW's weight decay, in [0, 1].", byDefault = "0.01") double weightDecay,
    @Setting(
            value = "How much of the weights' average a step keeps, in [0, 1).",
            byDefault = "0.995")
        double averaging,
    @Setting(value = "Steps from noise to data when drawing, in [1, 1000].", byDefault = "20")
        int drawSteps,
    @Setting(
            value =
                "Whether a fifth of the rare rows is held back to choose the number of steps by a"
                    + " two-sample score; from 40 rare training rows on.",
            byDefault = "true")
        boolean earlyStop)
    implements GeneratorOptions {
  public DiffusionOptions {
    hidden = List.copyOf(hidden);
    InvalidValue.unless(steps >= 1, "steps", "must be at least 1", steps);
    InvalidValue.unless(batchSize >= 1, "batchSize", "must be at least 1", batchSize);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLearningRate(learningRate);
    InvalidValue.unless(
        weightDecay >= 0 && weightDecay <= 1, "weightDecay", "must be in [0, 1]", weightDecay);
    InvalidValue.unless(
        averaging >= 0 && averaging < 1, "averaging", "must be in [0, 1)", averaging);
    InvalidValue.unless(
        drawSteps >= 1 && drawSteps <= 1000, "drawSteps", "must be in [1, 1000]", drawSteps);
  }

  /** Returns the network that the options ask for. */
  FlowShape shape(EncodedLayout layout) {
    int conditions =
        switch (scope) {
          case RARE -> 0;
          case ALL -> 1;
        };
    return new FlowShape(layout, hidden, conditions);
  }

  /** Returns how a training of so many steps steps. */
  FlowOptimiser.Plan plan(int trainedSteps) {
    return new FlowOptimiser.Plan(trainedSteps, learningRate, weightDecay, averaging);
  }
}
