package dev.synth.internal.generate.copula;

import dev.synth.base.Context;
import dev.synth.generate.CopulaOptions;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.internal.encode.FeatureEncoder;
import dev.synth.internal.generate.mixed.LevelLayout;
import dev.synth.internal.generate.mixed.MixedRows;
import dev.synth.split.Training;

/** Fits the margins and the correlations of a {@link Copula}. */
public record CopulaTrainer(CopulaOptions options) implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    FeatureEncoder encoder =
        FeatureEncoder.fit(training.requireRare(), FeatureEncoder.QuantileRows.RARE);
    LevelLayout layout = new LevelLayout(encoder.layout());
    MixedRows rows = layout.split(encoder.encode(training.rare()));
    CopulaModel model = CopulaModel.fit(layout, rows, options.shrinkage());
    return new Copula(options, encoder, model);
  }
}
