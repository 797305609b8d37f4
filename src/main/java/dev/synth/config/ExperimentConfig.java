package dev.synth.config;

import dev.synth.augment.AugmentationOptions;
import dev.synth.base.InvalidValue;
import dev.synth.base.Records;
import dev.synth.base.Setting;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.features.FeatureOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.rule.RelationOptions;
import dev.synth.split.SplitOptions;
import dev.synth.table.DataOptions;
import dev.synth.table.TargetOptions;
import dev.synth.validate.ValidationOptions;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that a run is told. */
public record ExperimentConfig(
    @Setting("First part of the run folder's name.") String name,
    @Setting("The root seed; every random number derives from it.") long seed,
    @Setting(value = "Where the data is and what its columns mean.", required = true)
        DataOptions data,
    @Setting(
            "Columns that are made of the rows before each row, such as a card's payments of the"
                + " last day: a block, or left out.")
        @Nullable FeatureOptions features,
    @Setting("How the rows are cut.") SplitOptions split,
    @Setting("The generator, by `kind`, with its options.") GeneratorOptions generator,
    @Setting("What is written.") GenerateOptions generate,
    @Setting("What every synthetic row must satisfy, such as `amount > 0` or `net <= gross`.")
        List<String> rules,
    @Setting(
            "Whether rows keep the relations that hold in all training rows, such as `net + fee =="
                + " amount`: `on`, `off`, or `{ignore: [...]}` with those that they need not"
                + " keep, as a run prints them.")
        RelationOptions relations,
    @Setting("Which gates synthetic rows must pass.") ValidationOptions validation,
    @Setting("How many synthetic rows join the training rows, and what they are called.")
        @Nullable AugmentationOptions augmentation,
    @Setting(
            "How uplift is measured; left out, `synth generate` measures nothing, and `synth"
                + " evaluate` and `synth compare` take the defaults.")
        @Nullable EvaluationOptions evaluation,
    @Setting(
            "What `synth compare` holds against each other: left out, the config's generator,"
                + " `mgs`, `vae` and `forest`. The other commands pass over it.")
        @Nullable CompareOptions compare,
    @Setting("The server that finished runs are logged to; left out, none.")
        @Nullable TrackingOptions tracking,
    @Setting(
            "The table of a database that the rows go to as well, those of `synthetic` or, with"
                + " `synth augment`, of `augmented`; left out, none.")
        @Nullable TargetOptions to) {
  public ExperimentConfig {
    InvalidValue.unless(
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
        "name",
        "must be 1 to 64 letters, digits, dots, dashes or underscores",
        "'" + name + "'");
    rules = List.copyOf(rules);
    InvalidValue.unless(
        evaluation == null || augmentation != null || compare != null,
        "augmentation",
        "must be given where there is an evaluation and no 'compare'",
        "left out");
    InvalidValue.unless(
        to == null || to.jdbc() != null || data.database() != null,
        "to",
        "must come with a jdbc URL, since the data comes from no database",
        "without");
    InvalidValue.unless(
        features == null || !features.hasRisk() || split.method() == SplitOptions.Method.TIME,
        "split",
        "must have method: time where a feature is a risk, or labels of test rows would be in"
            + " features of training rows",
        "method: " + split.method().name().toLowerCase(Locale.ROOT));
    InvalidValue.unless(
        evaluation == null
            || evaluation.until() == EvaluationOptions.Until.REPEATS
            || !split.method().isFixed(),
        "evaluation",
        "can have until: decided only where the split is at random, since more repeats of one by"
            + " time or column add no test rows",
        "until: decided");
  }

  /** Returns what a run is told that names its data alone. */
  public static ExperimentConfig of(DataOptions data) {
    return new ExperimentConfig(
        "synth",
        42,
        data,
        null,
        SplitOptions.defaults(),
        VaeOptions.defaults(),
        GenerateOptions.defaults(),
        List.of(),
        RelationOptions.defaults(),
        ValidationOptions.defaults(),
        null,
        null,
        null,
        null,
        null);
  }

  /** Returns the defaults, on our simulator's rows; a config must name its own data. */
  public static ExperimentConfig defaults() {
    return of(DataOptions.defaults());
  }

  /** Returns the same with {@code name} changed. */
  public ExperimentConfig withName(String name) {
    return Records.with(this, "name", name);
  }

  /** Returns the same with {@code seed} changed. */
  public ExperimentConfig withSeed(long seed) {
    return Records.with(this, "seed", seed);
  }

  /** Returns the same with {@code data} changed. */
  public ExperimentConfig withData(DataOptions data) {
    return Records.with(this, "data", data);
  }

  /** Returns the same with {@code features} changed. */
  public ExperimentConfig withFeatures(@Nullable FeatureOptions features) {
    return Records.with(this, "features", features);
  }

  /** Returns the same with {@code split} changed. */
  public ExperimentConfig withSplit(SplitOptions split) {
    return Records.with(this, "split", split);
  }

  /** Returns the same with {@code generator} changed. */
  public ExperimentConfig withGenerator(GeneratorOptions generator) {
    return Records.with(this, "generator", generator);
  }

  /** Returns the same with {@code generate} changed. */
  public ExperimentConfig withGenerate(GenerateOptions generate) {
    return Records.with(this, "generate", generate);
  }

  /** Returns the same with {@code rules} changed. */
  public ExperimentConfig withRules(List<String> rules) {
    return Records.with(this, "rules", rules);
  }

  /** Returns the same with {@code relations} changed. */
  public ExperimentConfig withRelations(RelationOptions relations) {
    return Records.with(this, "relations", relations);
  }

  /** Returns the same with {@code validation} changed. */
  public ExperimentConfig withValidation(ValidationOptions validation) {
    return Records.with(this, "validation", validation);
  }

  /** Returns the same with {@code augmentation} changed. */
  public ExperimentConfig withAugmentation(@Nullable AugmentationOptions augmentation) {
    return Records.with(this, "augmentation", augmentation);
  }

  /** Returns the same with {@code evaluation} changed. */
  public ExperimentConfig withEvaluation(@Nullable EvaluationOptions evaluation) {
    return Records.with(this, "evaluation", evaluation);
  }

  /** Returns the same with {@code compare} changed. */
  public ExperimentConfig withCompare(@Nullable CompareOptions compare) {
    return Records.with(this, "compare", compare);
  }

  /** Returns the same with {@code tracking} changed. */
  public ExperimentConfig withTracking(@Nullable TrackingOptions tracking) {
    return Records.with(this, "tracking", tracking);
  }

  /** Returns the same with {@code to} changed. */
  public ExperimentConfig withTo(@Nullable TargetOptions to) {
    return Records.with(this, "to", to);
  }

  /** Returns what results depend on: the same without what only tells of them or copies them. */
  public ExperimentConfig untracked() {
    return withTracking(null).withTo(null);
  }

  /**
   * Returns the config as {@code synth evaluate} takes it. It gets the default evaluation if it has
   * none, and the default augmentation if it has neither one nor a comparison.
   */
  public ExperimentConfig evaluated() {
    boolean hasArms = augmentation != null || compare != null;
    ExperimentConfig armed = hasArms ? this : withAugmentation(AugmentationOptions.defaults());
    return evaluation == null ? armed.withEvaluation(EvaluationOptions.defaults()) : armed;
  }

  /**
   * Returns the config as {@code synth compare} takes it. Without a comparison, its generator is
   * compared with three others. Without an evaluation, the default one measures.
   */
  public ExperimentConfig compared() {
    CompareOptions compared = compare != null ? compare : CompareOptions.beside(generator);
    return withCompare(compared).evaluated();
  }
}
