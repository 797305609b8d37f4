package dev.synth.internal.classify.kinds;

import dev.synth.base.Kinds;
import dev.synth.base.Records;
import dev.synth.classify.ClassifierOptions;
import dev.synth.classify.ExtraTreesOptions;
import dev.synth.classify.GradientBoostingOptions;
import dev.synth.classify.LogisticRegressionOptions;
import dev.synth.classify.MlpOptions;
import dev.synth.classify.RandomForestOptions;
import dev.synth.classify.XgboostOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.classify.ClassifierTrainer;
import dev.synth.internal.classify.TuningCandidate;
import dev.synth.internal.classify.neural.MlpTrainer;
import dev.synth.internal.classify.smile.ExtraTreesTrainer;
import dev.synth.internal.classify.smile.GradientBoostingTrainer;
import dev.synth.internal.classify.smile.LogisticRegressionTrainer;
import dev.synth.internal.classify.smile.RandomForestTrainer;
import dev.synth.internal.classify.xgboost.XgboostTrainer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The register of classifiers: one entry a kind, for every record of {@link ClassifierOptions}. */
public final class Classifiers {
  /** Their names in configs and reports. */
  public static final List<String> NAMES = List.copyOf(Kinds.of(ClassifierOptions.class).keySet());

  private static final Map<Class<?>, ClassifierKind<?>> KINDS =
      List.of(
              new ClassifierKind<>(
                  RandomForestOptions.class,
                  RandomForestTrainer::new,
                  RandomForestTrainer::candidates),
              new ClassifierKind<>(
                  XgboostOptions.class, XgboostTrainer::new, XgboostTrainer::candidates),
              new ClassifierKind<>(
                  LogisticRegressionOptions.class,
                  LogisticRegressionTrainer::new,
                  LogisticRegressionTrainer::candidates),
              new ClassifierKind<>(
                  GradientBoostingOptions.class,
                  GradientBoostingTrainer::new,
                  GradientBoostingTrainer::candidates),
              new ClassifierKind<>(MlpOptions.class, MlpTrainer::new, MlpTrainer::candidates),
              new ClassifierKind<>(
                  ExtraTreesOptions.class, ExtraTreesTrainer::new, ExtraTreesTrainer::candidates))
          .stream()
          .collect(Collectors.toUnmodifiableMap(ClassifierKind::options, kind -> kind));

  private Classifiers() {}

  /**
   * Returns the defaults of a kind.
   *
   * @throws IllegalArgumentException if there is none of the name
   */
  public static ClassifierOptions defaults(String name) {
    Class<? extends ClassifierOptions> options = Kinds.of(ClassifierOptions.class).get(name);
    if (options == null) {
      throw new IllegalArgumentException(PlainText.of("no classifier '%s'", name));
    }
    return Records.defaults(options).orElseThrow();
  }

  /**
   * Returns trainers with the defaults of their kinds, in the order of the names.
   *
   * @throws IllegalArgumentException if there is none of a name
   */
  public static List<ClassifierTrainer> trainers(List<String> names) {
    return names.stream().map(name -> trainer(defaults(name))).toList();
  }

  /** Returns the trainer that options are for. */
  public static ClassifierTrainer trainer(ClassifierOptions options) {
    return kind(options).trainer(options);
  }

  /** Returns the settings that tuning tries around options, these first. */
  public static List<TuningCandidate> candidates(ClassifierOptions options) {
    return kind(options).candidates(options);
  }

  /** Returns the entry of options; a test holds that every permitted class has one. */
  static ClassifierKind<?> kind(ClassifierOptions options) {
    ClassifierKind<?> kind = KINDS.get(options.getClass());
    if (kind == null) {
      throw new IllegalStateException(options.getClass() + " is not registered");
    }
    return kind;
  }
}
