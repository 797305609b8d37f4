package dev.synth.internal.experiment.arm;

import dev.synth.augment.AugmentationOptions;
import dev.synth.base.Context;
import dev.synth.config.ExperimentConfig;
import dev.synth.generate.Generator;
import dev.synth.internal.generate.draw.AcceptedRows;
import dev.synth.internal.relation.Relations;
import dev.synth.split.RowRules;
import dev.synth.split.Split;
import dev.synth.split.Synthetic;
import dev.synth.split.Training;

/**
 * One repeat, up to the synthetic rows: a pure function of config, data, seeds and its number.
 *
 * @param number the repeat, from 1
 * @param split the rows, cut in three
 * @param rules what a synthetic row must satisfy, learned from this repeat's training rows
 * @param generator the generator, fitted on this repeat's training rows
 * @param added the rows that the augmentation adds
 * @param fitSeconds how long the generator took to fit; for provenance alone
 */
public record FittedRepeat(
    int number,
    Split split,
    RowRules rules,
    Generator generator,
    AcceptedRows added,
    double fitSeconds) {
  /** Fits and draws. */
  public static FittedRepeat fit(
      ExperimentConfig config, Split split, int number, Context runContext) {
    Context context = RepeatSplit.contextOf(number, runContext);
    Relations relations = Relations.learn(split.training(), config.relations());
    RowRules rules = RowRules.fit(split.training(), config.rules(), relations.rules());
    int count = rowsToAdd(config, split);
    Context own = context.below(config.generator().kind());
    GeneratorFit fit = GeneratorFit.of(config.generator(), split.training(), relations, own);
    return new FittedRepeat(
        number, split, rules, fit.generator(), fit.sample(rules, count), fit.seconds());
  }

  /** Fits the same generator, with its rules, to other training rows, and draws. */
  public static Synthetic refit(
      ExperimentConfig config, Training training, int rows, Context context) {
    Relations relations = Relations.learn(training, config.relations());
    RowRules rules = RowRules.fit(training, config.rules(), relations.rules());
    return GeneratorFit.of(config.generator(), training, relations, context)
        .sample(rows, rules, context)
        .accepted();
  }

  /**
   * Returns how many synthetic rows join the training rows; without a plan, one a real rare row.
   */
  public static int rowsToAdd(ExperimentConfig config, Split split) {
    AugmentationOptions options = config.augmentation();
    return options == null
        ? split.training().rareCount()
        : options.plan().rowsFor(split.training());
  }

  /** Refuses values that training rows don't have, before anything takes time. */
  public static void checkWhere(ExperimentConfig config, Split split) {
    RowRules.fit(split.training(), config.rules())
        .where(config.generate().where(), split.training().rows().label());
  }
}
