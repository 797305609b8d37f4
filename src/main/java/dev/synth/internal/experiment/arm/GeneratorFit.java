package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.internal.files.Stopwatch;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.generate.kinds.Generators;
import dev.synth.internal.relation.Relations;
import dev.synth.split.RowRules;
import dev.synth.split.Training;

/**
 * A fitted generator: the only place where an experiment fits, samples and reviews.
 *
 * @param generator the generator
 * @param context where its random numbers come from
 * @param seconds how long it took to fit; for provenance and estimates alone
 */
record GeneratorFit(Generator generator, Context context, double seconds) {
  /** Fits a generator to training rows, whose relations its rows keep. */
  static GeneratorFit of(
      GeneratorOptions options, Training training, Relations relations, Context context) {
    Stopwatch watch = Stopwatch.start();
    Generator generator = Generators.trainer(options, relations).fit(training, context);
    return new GeneratorFit(generator, context, watch.seconds());
  }

  /** Samples the rows that join the training rows: as many as asked for that pass the rules. */
  AcceptedRows sample(RowRules rules, int rows) {
    return sample(rows, rules, context.below("augmentation"));
  }

  /** Samples rows that pass the rules, by random numbers of their own. */
  AcceptedRows sample(int rows, RowRules rules, Context sampling) {
    return AcceptedRows.draw(generator, rules, rows, sampling);
  }
}
