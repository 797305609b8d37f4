package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.base.Problem;
import dev.synth.split.Training;

/** Random oversampling: the baseline that costs nothing. */
public final class OversampleTrainer implements GeneratorTrainer {
  @Override
  public String kind() {
    return new OversampleOptions().kind();
  }

  @Override
  public Generator fit(Training training, Context context) {
    if (training.rareCount() == 0) {
      throw Problem.data("there are no rare training rows to learn from");
    }
    return new Oversample(training.rare());
  }
}
