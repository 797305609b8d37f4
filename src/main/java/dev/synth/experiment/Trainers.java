package dev.synth.experiment;

import dev.synth.classify.ClassifierTrainer;
import dev.synth.classify.Classifiers;
import dev.synth.classify.neural.MlpOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;

/**
 * Who fits an experiment's classifiers.
 *
 * @param mlp how the network among them is built and trained
 */
record Trainers(MlpOptions mlp) {
  /** Returns those of a config; where it has no evaluation, with all defaults. */
  static Trainers of(ExperimentConfig config) {
    EvaluationOptions options = config.evaluation();
    return new Trainers(options == null ? MlpOptions.DEFAULTS : options.mlp());
  }

  /** Returns the trainer of a name. */
  ClassifierTrainer named(String name) {
    return Classifiers.trainer(name, mlp);
  }
}
