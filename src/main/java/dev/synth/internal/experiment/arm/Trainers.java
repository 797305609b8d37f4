package dev.synth.internal.experiment.arm;

import dev.synth.base.Context;
import dev.synth.classify.ClassifierOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.evaluate.Fitting;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.ensemble.BagTrainer;
import dev.synth.internal.classify.ensemble.FittedTrainer;
import dev.synth.internal.classify.ensemble.MeanTrainer;
import dev.synth.internal.classify.ensemble.Teacher;
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
 * The trainers of the classifiers of arms that share their real training rows; where the config
 * asks for it, tuned on these rows when a classifier is first asked for. Safe for use by several
 * threads.
 */
public final class Trainers {
  private static final String BOOSTER = XgboostOptions.defaults().kind();
  private static final String FOREST = RandomForestOptions.defaults().kind();

  private final EvaluationOptions options;
  private final Training training;
  private final Context context;
  private final boolean plain;
  private final Map<String, Tuning.TunedSettings> chosen = new HashMap<>();
  private final Object teaching = new Object();
  private TeacherTrainer.@Nullable Result taught;
  private @Nullable Teacher teacher;

  private Trainers(EvaluationOptions options, Training training, Context context, boolean plain) {
    this.options = options;
    this.training = training;
    this.context = context;
    this.plain = plain;
  }

  /**
   * Returns those of a config; where it has no evaluation, with all defaults.
   *
   * @param training the real rows that arms add to
   * @param context where random numbers come from
   * @param plain whether a teacher is one whose members weigh the same, judged by nobody
   */
  static Trainers of(ExperimentConfig config, Training training, Context context, boolean plain) {
    EvaluationOptions options =
        Objects.requireNonNullElseGet(config.evaluation(), EvaluationOptions::defaults);
    return new Trainers(options, training, context, plain);
  }

  /**
   * Returns who trains what an arm has in a classifier's place.
   *
   * @param name the classifier's
   * @param features those of the training rows
   * @throws IllegalArgumentException if it is yet to be picked
   */
  ClassifierTrainer of(String name, Fitting fitting, SharedFeatures features) {
    return switch (fitting) {
      case SINGLE, SELF_DISTILLED -> named(name);
      case REGULARISED -> Classifiers.trainer(XgboostOptions.regularised());
      case TUNED -> tuned(name).candidate().trainer();
      case BAG -> new BagTrainer(named(name));
      case BOOSTER_FOREST -> new MeanTrainer(List.of(named(BOOSTER), named(FOREST)));
      case TEACHER -> new FittedTrainer(FittedTrainer.TEACHER, itself(features));
      case PICKED -> throw new IllegalArgumentException("nothing has been picked yet");
    };
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
  public List<TuningCandidate> candidates(String name) {
    return Classifiers.candidates(told(name));
  }

  /** Returns what was chosen for a classifier, if anything is tuned. */
  public Optional<Tuning.TunedSettings> choice(String name) {
    return options.tune() ? Optional.of(tuned(name)) : Optional.empty();
  }

  /** Returns what is chosen for a classifier, tuned now where it was not. */
  public Tuning.TunedSettings tuned(String name) {
    synchronized (chosen) {
      return chosen.computeIfAbsent(name, this::tune);
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
        Context own = context.below("teacher");
        known =
            plain
                ? teaching().plain(training, features, own)
                : teaching().fit(training, features, own);
        taught = known;
      }
      return known;
    }
  }

  /** Returns how many classifiers a teacher takes, beside its student where that is no member. */
  public int teacherFits() {
    return teaching().ownFits();
  }

  /** Returns the teacher even where it is worse than its student. */
  Teacher itself(SharedFeatures features) {
    synchronized (teaching) {
      Teacher known = teacher;
      if (known == null) {
        TeacherTrainer.Result result = teacher(features);
        known =
            result.teacher() != null
                ? result.teacher()
                : TeacherTrainer.ofAll(
                    training, features, result.taught(), context.below("teacher"));
        teacher = known;
      }
      return known;
    }
  }

  private TeacherTrainer teaching() {
    return new TeacherTrainer(named(options.classifierNames().getFirst()));
  }

  private Tuning.TunedSettings tune(String name) {
    return Tuning.choose(candidates(name), training, context.below("tuning/" + name));
  }
}
