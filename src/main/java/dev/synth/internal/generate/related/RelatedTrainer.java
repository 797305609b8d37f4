package dev.synth.internal.generate.related;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.internal.relation.Relations;
import dev.synth.split.Training;

/**
 * Fits a generator of any kind to rows without the columns that follow from others, and lets these
 * be computed afterwards.
 *
 * @param inner fits the generator
 * @param seesAll whether it sees the computed columns too, as SMOTE does, whose distances are of
 *     all columns
 * @param relations what holds in the training rows
 */
public record RelatedTrainer(GeneratorTrainer inner, boolean seesAll, Relations relations)
    implements GeneratorTrainer {
  @Override
  public Generator fit(Training training, Context context) {
    if (relations.isEmpty()) {
      return inner.fit(training, context);
    }
    Training seen = seesAll ? training : training.without(relations.computed());
    return new Related(inner.fit(seen, context), seesAll, relations);
  }
}
