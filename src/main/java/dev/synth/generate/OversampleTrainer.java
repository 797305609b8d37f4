package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.split.Training;

/** Random oversampling: the baseline that costs nothing. */
public final class OversampleTrainer implements GeneratorTrainer {
  @Override
  public String kind() {
    return new OversampleOptions().kind();
  }

  @Override
  public Generator fit(Training training, Context context) {
    return new Oversample(training.requireRare().rare());
  }
}
