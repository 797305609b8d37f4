package dev.synth.evaluate;

import dev.synth.classify.ClassWeighting;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.OversampleOptions;
import dev.synth.generate.SmoteOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a generator is compared with: nothing at all, or a rival that costs no training. */
public enum Baseline {
  /** The training rows as they are. */
  NONE,
  /** The rows as they are, with rare ones that weigh more. */
  CLASS_WEIGHT,
  /** Copies of real rare rows. */
  OVERSAMPLE,
  /** Points between real rare rows. */
  SMOTE;

  /** Returns the name in configs, files and streams of random numbers. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the baseline of a name, or empty where there is none. */
  public static Optional<Baseline> find(String id) {
    return Arrays.stream(values()).filter(baseline -> baseline.id().equals(id)).findFirst();
  }

  /** Returns the rivals, all but {@link #NONE}. */
  public static List<Baseline> rivals() {
    return Arrays.stream(values()).filter(baseline -> baseline != NONE).toList();
  }

  /** Returns where the added rows come from, or empty where none are added. */
  public Optional<GeneratorOptions> sampler() {
    return switch (this) {
      case NONE, CLASS_WEIGHT -> Optional.empty();
      case OVERSAMPLE -> Optional.of(new OversampleOptions());
      case SMOTE -> Optional.of(SmoteOptions.defaults());
    };
  }

  /** Returns how classifiers weigh the classes. */
  public ClassWeighting weighting() {
    return switch (this) {
      case NONE, OVERSAMPLE, SMOTE -> ClassWeighting.NONE;
      case CLASS_WEIGHT -> ClassWeighting.BALANCED;
    };
  }

  /** Returns the arm that adds no rows. */
  public Arm arm() {
    return switch (this) {
      case NONE -> Arm.NONE;
      case CLASS_WEIGHT, OVERSAMPLE, SMOTE -> Arm.baseline(id());
    };
  }
}
