package dev.synth.internal.generate.shuffle;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.split.Training;

/** Keeps the rare rows, whose columns are to be shuffled. */
public record ShuffleTrainer() implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    return new Shuffle(training.requireRare().rare());
  }
}
