package dev.synth.evaluate;

import dev.synth.augment.Labels;
import dev.synth.classify.ClassWeighting;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.OversampleOptions;
import dev.synth.generate.ShuffleOptions;
import dev.synth.generate.SmoteOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rivals of a generator: nothing at all, or what costs no generator.
 *
 * <p>Of each it is written here how many models it leaves to serve, and {@code docs/comparing.md}
 * says what it is.
 */
public enum Baseline {
  /** The training rows as they are. */
  NONE(1),
  /** The rows as they are, with rare ones that weigh more. */
  CLASS_WEIGHT(1),
  /** Copies of real rare rows. */
  OVERSAMPLE(1),
  /** Points between real rare rows. */
  SMOTE(1),
  /** Real rare rows with each column permuted by itself; with soft labels where an arm has them. */
  SHUFFLE(1),
  /** XGBoost with its preset {@code regularised}, in the place of every classifier. */
  REGULARISED_BOOSTER(1),
  /** Every classifier with settings that are chosen inside the training rows. */
  TUNED(1),
  /** Five classifiers, each of a part of the rows or of rows and columns. */
  BAG(5),
  /** XGBoost and a random forest, whose log-odds are averaged. */
  BOOSTER_FOREST(2),
  /** The teacher of soft labels as the classifier: XGBoost three times and three others. */
  TEACHER(6),
  /** Real rows once more, with soft labels of a teacher that had not seen them. */
  SELF_DISTILLATION(1),
  /** The pick of cross-validation inside the training rows among what is free. */
  BEST_FREE(1);

  private static final List<Baseline> STANDARD = List.of(NONE, CLASS_WEIGHT, OVERSAMPLE, SMOTE);

  private final int models;

  Baseline(int models) {
    this.models = models;
  }

  /** Returns the name in configs, files and streams of random numbers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the baseline of a name, or empty where there is none. */
  public static Optional<Baseline> find(String id) {
    return Arrays.stream(values()).filter(baseline -> baseline.id().equals(id)).findFirst();
  }

  /**
   * Returns those that a config has by default (docs/adr/0058).
   *
   * @param soft whether a teacher labels the rows of some arm
   * @param auto whether an arm may pick the settings of a booster
   */
  public static List<Baseline> standard(boolean soft, boolean auto) {
    if (soft) {
      return List.of(NONE, CLASS_WEIGHT, OVERSAMPLE, SMOTE, SHUFFLE, REGULARISED_BOOSTER, TEACHER);
    }
    return auto ? List.of(NONE, CLASS_WEIGHT, OVERSAMPLE, SMOTE, REGULARISED_BOOSTER) : STANDARD;
  }

  /** Returns how many fitted models score a row in use. */
  public int models() {
    return models;
  }

  /** Returns where the added rows come from, or empty where none are added. */
  public Optional<GeneratorOptions> sampler() {
    return switch (this) {
      case NONE,
          CLASS_WEIGHT,
          REGULARISED_BOOSTER,
          TUNED,
          BAG,
          BOOSTER_FOREST,
          TEACHER,
          SELF_DISTILLATION,
          BEST_FREE ->
          Optional.empty();
      case OVERSAMPLE -> Optional.of(new OversampleOptions());
      case SMOTE -> Optional.of(SmoteOptions.defaults());
      case SHUFFLE -> Optional.of(new ShuffleOptions());
    };
  }

  /**
   * Returns what the added rows are called, of the labels that the generators' rows have. Shuffled
   * rows are the rival of soft labels, and have these alone where there are any.
   */
  public List<Labels> labels(List<Labels> ofGenerators) {
    return this == SHUFFLE && ofGenerators.contains(Labels.SOFT)
        ? List.of(Labels.SOFT)
        : List.copyOf(ofGenerators);
  }

  /** Returns what is fitted in the place of a classifier. */
  public Fitting fitting() {
    return switch (this) {
      case NONE, CLASS_WEIGHT, OVERSAMPLE, SMOTE, SHUFFLE -> Fitting.SINGLE;
      case REGULARISED_BOOSTER -> Fitting.REGULARISED;
      case TUNED -> Fitting.TUNED;
      case BAG -> Fitting.BAG;
      case BOOSTER_FOREST -> Fitting.BOOSTER_FOREST;
      case TEACHER -> Fitting.TEACHER;
      case SELF_DISTILLATION -> Fitting.SELF_DISTILLED;
      case BEST_FREE -> Fitting.PICKED;
    };
  }

  /** Returns how classifiers weigh the classes. */
  public ClassWeighting weighting() {
    return this == CLASS_WEIGHT ? ClassWeighting.BALANCED : ClassWeighting.NONE;
  }

  /** Returns the arm that adds no rows. */
  public Arm arm() {
    return this == NONE ? Arm.NONE : Arm.baseline(id());
  }
}
