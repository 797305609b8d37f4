package dev.synth.internal.profile;

import org.jspecify.annotations.Nullable;

/**
 * The training rows of a run, as far as their label and the time tell.
 *
 * @param label the label, and rows where it is in doubt
 * @param split the advisable split; null where the column that orders the rows is not modelled
 */
public record TrainingProfile(RareProfile label, @Nullable SplitAdvice split) {}
