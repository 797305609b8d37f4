package dev.synth.generate;

import dev.synth.base.Context;
import dev.synth.split.Training;

/** Random oversampling: the baseline that costs nothing. */
public record OversampleTrainer() implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    return new Oversample(training.requireRare().rare());
  }
}
