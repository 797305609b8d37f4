package dev.synth.split;

import dev.synth.split.HeldOut.Test;
import dev.synth.split.HeldOut.Validation;
import org.jspecify.annotations.Nullable;

/**
 * A data set cut in three.
 *
 * @param training the rows to learn from
 * @param validation the rows to choose by
 * @param test the rows to measure on
 * @param counts what happened to duplicates, groups and the gap
 * @param testBlocks the blocks of test rows that all repeats share, as in a time split; null for
 *     splits at random
 */
public record Split(
    Training training,
    HeldOut<Validation> validation,
    HeldOut<Test> test,
    SplitCounts counts,
    @Nullable TestBlocks testBlocks) {}
