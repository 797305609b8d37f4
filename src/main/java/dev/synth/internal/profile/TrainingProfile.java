package dev.synth.internal.profile;

import org.jspecify.annotations.Nullable;

/**
 * The rows that a generator learned from, as far as their label and the time tell.
 *
 * @param label the label, and rows where it is in doubt
 * @param split the advisable split; null where the column that orders the rows is not modelled
 * @param drift what changes over time; null where no column orders the rows
 */
public record TrainingProfile(
    RareProfile label, @Nullable SplitAdvice split, @Nullable DriftProfile drift) {}
