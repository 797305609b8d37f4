package dev.synth.internal.generate.kinds;

import dev.synth.base.Kinds;
import dev.synth.generate.Generator;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.GeneratorTrainer;
import dev.synth.internal.generate.model.ModelFile;
import java.io.IOException;
import java.util.function.Function;

/**
 * One kind of generator, as {@link Generators} registers it.
 *
 * @param options the kind's options, which name it
 * @param trainers makes a trainer of options
 * @param loader reads a saved model
 */
record GeneratorKind<O extends GeneratorOptions>(
    Class<O> options, Function<O, GeneratorTrainer> trainers, Loader<O> loader) {
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
    return trainers.apply(options.cast(given));
  }

  /** Returns the generator of a saved model of this kind. */
  Generator load(ModelFile file) throws IOException {
    return loader.load(options.cast(file.options()), file);
  }
}
