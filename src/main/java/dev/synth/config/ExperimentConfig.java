package dev.synth.config;

import dev.synth.augment.AugmentationPlan;
import dev.synth.base.InvalidValue;
import dev.synth.base.Setting;
import dev.synth.evaluate.EvaluationOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.split.SplitOptions;
import dev.synth.table.DataOptions;
import dev.synth.validate.ValidationOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a run is told.
 *
 * @param name the run folder's first part
 * @param seed the root seed
 * @param data where the data is
 * @param split how it is cut
 * @param generator which generator, and its options
 * @param generate what is written
 * @param rules what every synthetic row must satisfy
 * @param validation the gates
 * @param augmentation how many synthetic rows join the training rows, or null for none
 * @param evaluation how uplift is measured, or null for not at all
 * @param compare what {@code synth compare} compares, or null for nothing
 */
public record ExperimentConfig(
    @Setting(value = "First part of the run folder's name.", byDefault = "synth") String name,
    @Setting(value = "The root seed; every random number derives from it.", byDefault = "42")
        long seed,
    @Setting("Where the data is and what its columns mean.") DataOptions data,
    @Setting(value = "How the rows are cut.", byDefault = "{}") SplitOptions split,
    @Setting(value = "The generator, by `kind`, with its options.", byDefault = "{kind: vae}")
        GeneratorOptions generator,
    @Setting(value = "What is written.", byDefault = "{}") GenerateOptions generate,
    @Setting(
            value =
                "What every synthetic row must satisfy, such as `amount > 0` or `net <= gross`.",
            byDefault = "[]")
        List<String> rules,
    @Setting(value = "Which gates synthetic rows must pass.", byDefault = "{}")
        ValidationOptions validation,
    @Setting(
            "How many synthetic rows join the training rows: `{ratio: 0.1}` (frauds : normals"
                + " afterwards), `{multiply: 3}` or `{rows: 2000}`.")
        @Nullable AugmentationPlan augmentation,
    @Setting("How uplift is measured; left out, nothing is evaluated.")
        @Nullable EvaluationOptions evaluation,
    @Setting("What `synth compare` holds against each other; the other commands pass over it.")
        @Nullable CompareOptions compare) {
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
  }
}
