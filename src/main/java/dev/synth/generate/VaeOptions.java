package dev.synth.generate;

import dev.synth.base.InvalidValue;
import dev.synth.base.Kind;
import dev.synth.base.Setting;
import dev.synth.encode.EncodedLayout;
import dev.synth.neural.Architecture;
import dev.synth.neural.NetworkLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a variational autoencoder is built, trained and sampled.
 *
 * @param scope whose rows it learns from
 * @param steps optimiser steps at most, or null for 32 a rare row, from 500 to 3,000
 * @param batchSize rows a step; of scope {@code rare} the whole rare class if that is smaller, of
 *     scope {@code all} half of them are rare
 * @param hidden widths of the encoder's hidden layers; the decoder mirrors them
 * @param latentDimension width of the latent space
 * @param learningRate Adam's step size
 * @param beta weight of the Kullback–Leibler term
 * @param sampling where draws start from
 * @param latentNoise factor on the posterior's standard deviation when drawing around real rows
 * @param earlyStop whether held-back rows choose the number of steps
 */
@Kind("vae")
public record VaeOptions(
    @Setting(
            value =
                "`rare` learns from the rare rows, `all` from both classes, told apart by the"
                    + " label, and draws rare rows.",
            byDefault = "all")
        Scope scope,
    @Setting(
            "Optimiser steps, at most; left out, 32 for each rare training row, but 500 at least"
                + " and 3000 at most.")
        @Nullable Integer steps,
    @Setting(
            value =
                "Rows a step; the whole rare class where that is smaller. Of scope `all` half are"
                    + " rare.",
            byDefault = "256")
        int batchSize,
    @Setting(
            value = "Widths of the encoder's hidden layers; the decoder mirrors them.",
            byDefault = "[128, 128]")
        List<Integer> hidden,
    @Setting(value = "Width of the latent space.", byDefault = "16") int latentDimension,
    @Setting(value = "Adam's step size, in (0, 1].", byDefault = "0.001") double learningRate,
    @Setting(value = "Weight of the Kullback-Leibler term, at least 0.", byDefault = "1.0")
        double beta,
    @Setting(
            value = "`posterior` draws around encoded real rows, `prior` from the standard normal.",
            byDefault = "posterior")
        Sampling sampling,
    @Setting(
            value =
                "Posterior sampling: factor on the standard deviation around a real row's code.",
            byDefault = "1.3")
        double latentNoise,
    @Setting(
            value =
                "Whether a fifth of the rare rows is held back to choose the number of steps by a"
                    + " two-sample score; from 40 rare training rows on.",
            byDefault = "false")
        boolean earlyStop)
    implements GeneratorOptions {
  /** More draw rows too close to single frauds, fewer leave them blurred: docs/adr/0035. */
  private static final int STEPS_A_ROW = 32;

  private static final int FEWEST_STEPS = 500;
  private static final int MOST_STEPS = 3000;

  /** Where draws start from. */
  public enum Sampling {
    /** Around the code of a real training row, chosen at random. */
    POSTERIOR,
    /** From the standard normal prior. */
    PRIOR
  }

  public VaeOptions {
    hidden = List.copyOf(hidden);
    InvalidValue.unless(steps == null || steps >= 1, "steps", "must be at least 1", steps);
    InvalidValue.unless(batchSize >= 1, "batchSize", "must be at least 1", batchSize);
    NetworkLimits.checkHidden(hidden);
    NetworkLimits.checkLatentDimension(latentDimension);
    NetworkLimits.checkLearningRate(learningRate);
    InvalidValue.unless(
        beta >= 0 && Double.isFinite(beta), "beta", "must be at least 0 and finite", beta);
    InvalidValue.unless(
        latentNoise >= 0 && Double.isFinite(latentNoise),
        "latentNoise",
        "must be at least 0 and finite",
        latentNoise);
  }

  /** Returns how many steps a training on so many rare rows has at most. */
  int steps(int rareRows) {
    return steps == null
        ? Math.clamp((long) STEPS_A_ROW * rareRows, FEWEST_STEPS, MOST_STEPS)
        : steps;
  }

  /** Returns the same options with another scope. */
  VaeOptions with(Scope other) {
    return new VaeOptions(
        other,
        steps,
        batchSize,
        hidden,
        latentDimension,
        learningRate,
        beta,
        sampling,
        latentNoise,
        earlyStop);
  }

  /** Returns the network that the options ask for. */
  Architecture architecture(EncodedLayout layout) {
    int conditions =
        switch (scope) {
          case RARE -> 0;
          case ALL -> 1;
        };
    return new Architecture(layout, hidden, latentDimension, conditions);
  }
}
