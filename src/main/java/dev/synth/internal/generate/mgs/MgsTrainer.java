package dev.synth.internal.generate.mgs;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.generate.MgsOptions;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.split.Training;

/** Finds the neighbourhoods of the rare rows that {@link Mgs} draws from. */
public record MgsTrainer(MgsOptions options) implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    FeatureEncoder encoder =
        FeatureEncoder.fit(training.requireRare(), FeatureEncoder.QuantileRows.RARE);
    return new Mgs(options, encoder, training.rare(), context.cancellation());
  }
}
