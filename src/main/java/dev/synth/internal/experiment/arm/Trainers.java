package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.classify.ClassifierOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.internal.classify.Candidate;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.ensemble.TeacherTrainer;
import dev.synth.internal.classify.feature.SharedFeatures;
import dev.synth.internal.classify.kinds.Classifiers;
import dev.synth.split.Training;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who fits the classifiers of arms that share their real training rows; where the config asks for
 * it, tuned on these rows when a classifier is first asked for. Safe for use by several threads.
 */
public final class Trainers {
  private final EvaluationOptions options;
  private final Training training;
  private final Context context;
  private final Map<String, Tuning.Choice> chosen = new HashMap<>();
  private final Object teaching = new Object();
  private TeacherTrainer.@Nullable Result taught;

  private Trainers(EvaluationOptions options, Training training, Context context) {
    this.options = options;
    this.training = training;
    this.context = context;
  }

  /**
   * Returns those of a config; where it has no evaluation, with all defaults.
   *
   * @param training the real rows that arms add to
   * @param context where random numbers come from
   */
  static Trainers of(ExperimentConfig config, Training training, Context context) {
    EvaluationOptions options =
        Objects.requireNonNullElseGet(config.evaluation(), EvaluationOptions::defaults);
    return new Trainers(options, training, context);
  }

  /** Returns the trainer of a name. */
  ClassifierTrainer named(String name) {
    return choice(name)
        .map(choice -> choice.candidate().trainer())
        .orElseGet(() -> Classifiers.trainer(told(name)));
  }

  /** Returns what a classifier is told: by the config, or else the defaults of its kind. */
  private ClassifierOptions told(String name) {
    return options.classifiers().stream()
        .filter(each -> each.kind().equals(name))
        .findFirst()
        .orElseGet(() -> Classifiers.defaults(name));
  }

  /** Returns whether anything is tuned. */
  public boolean areTuned() {
    return options.tune();
  }

  /** Returns the settings that tuning tries for a classifier, the default first. */
  public List<Candidate> candidates(String name) {
    return Classifiers.candidates(told(name));
  }

  /** Returns what was chosen for a classifier, if anything is tuned. */
  public Optional<Tuning.Choice> choice(String name) {
    if (!options.tune()) {
      return Optional.empty();
    }
    synchronized (chosen) {
      return Optional.of(chosen.computeIfAbsent(name, this::tune));
    }
  }

  /**
   * Returns the teacher of these training rows, whose student is the classifier that carries the
   * verdict.
   *
   * @param features the features of these rows
   */
  public TeacherTrainer.Result teacher(SharedFeatures features) {
    synchronized (teaching) {
      TeacherTrainer.Result known = taught;
      if (known == null) {
        TeacherTrainer trainer = new TeacherTrainer(named(options.classifierNames().getFirst()));
        known = trainer.fit(training, features, context.below("teacher"));
        taught = known;
      }
      return known;
    }
  }

  private Tuning.Choice tune(String name) {
    return Tuning.choose(candidates(name), training, context.below("tuning/" + name));
  }
}
