package dev.synth.internal.generate.oversample;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.split.Training;

/** Random oversampling: the baseline that costs nothing. */
public record OversampleTrainer() implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    return new Oversample(training.requireRare().rare());
  }
}
