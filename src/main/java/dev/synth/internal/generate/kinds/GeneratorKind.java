package dev.synth.internal.generate.kinds;

import dev.synth.base.Kinds;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.internal.generate.model.ModelFile;
import java.io.IOException;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One kind of generator, as {@link Generators} registers it.
 *
 * @param options the kind's options, which name it
 * @param trainers makes a trainer of options and the names of the columns of codes
 * @param loader reads a saved model
 * @param seesAll whether it needs the columns too that follow from others: its rows are real ones,
 *     or lie between them by distances of all columns
 */
record GeneratorKind<O extends GeneratorOptions>(
    Class<O> options,
    BiFunction<O, Set<String>, GeneratorTrainer> trainers,
    Loader<O> loader,
    boolean seesAll) {
  /** Reads a saved model's state. */
  @FunctionalInterface
  interface Loader<O> {
    /**
     * Returns the generator that was saved.
     *
     * @throws IllegalArgumentException if the file is damaged
     */
    Generator load(O options, ModelFile file) throws IOException;
  }

  /** Returns the name in configs and reports. */
  String name() {
    return Kinds.nameOf(options);
  }

  /** Returns a trainer for options of this kind. */
  GeneratorTrainer trainer(GeneratorOptions given) {
    return trainer(given, Set.of());
  }

  /** Returns a trainer for options of this kind that knows which columns hold codes. */
  GeneratorTrainer trainer(GeneratorOptions given, Set<String> codes) {
    return trainers.apply(options.cast(given), codes);
  }

  /** Returns the generator of a saved model of this kind. */
  Generator load(ModelFile file) throws IOException {
    return loader.load(options.cast(file.options()), file);
  }
}
