package dev.synth.internal.classify.kinds;

import dev.synth.base.Kinds;
import dev.synth.classify.ClassifierOptions;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.TuningCandidate;
import java.util.List;
import java.util.function.Function;

/**
 * One kind of classifier, as {@link Classifiers} registers it.
 *
 * @param options the kind's options, which name it
 * @param trainers makes a trainer of options
 * @param candidates the settings that tuning tries around options, these first
 */
record ClassifierKind<O extends ClassifierOptions>(
    Class<O> options,
    Function<O, ClassifierTrainer> trainers,
    Function<O, List<TuningCandidate>> candidates) {
  /** Returns the name in configs and reports. */
  String name() {
    return Kinds.nameOf(options);
  }

  /** Returns a trainer for options of this kind. */
  ClassifierTrainer trainer(ClassifierOptions given) {
    return trainers.apply(options.cast(given));
  }

  /** Returns what tuning tries around options of this kind. */
  List<TuningCandidate> candidates(ClassifierOptions given) {
    return candidates.apply(options.cast(given));
  }
}
