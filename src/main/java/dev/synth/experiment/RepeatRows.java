package dev.synth.experiment;

import dev.synth.base.Context;
import dev.synth.classify.SharedFeatures;
import dev.synth.config.ExperimentConfig;
import dev.synth.split.RowRules;
import dev.synth.split.Split;
import dev.synth.split.Training;

/**
 * The rows of one repeat, with what is learned from them once for all arms.
 *
 * @param split the repeat's split
 * @param training its training rows, or those of them that are kept
 * @param rules what a synthetic row must satisfy, learned from {@code training}
 * @param features the classifiers' features, learned from {@code training}
 * @param trainers who fits classifiers
 * @param context the repeat's seeds; tells nobody
 */
record RepeatRows(
    Split split,
    Training training,
    RowRules rules,
    SharedFeatures features,
    Trainers trainers,
    Context context) {
  static RepeatRows of(Split split, Training training, ExperimentConfig config, Context context) {
    return new RepeatRows(
        split,
        training,
        RowRules.fit(training, config.rules()),
        SharedFeatures.of(training),
        Trainers.of(config),
        context);
  }
}
