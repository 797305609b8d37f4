package dev.synth.split;

/**
 * The counts of rows that needed care in a split.
 *
 * @param duplicateRows rows whose modelled features equal an earlier row's
 * @param duplicatesLeft whether they were left where they fell, because every column has few values
 *     and equal rows are the nature of the data
 * @param droppedDuplicates later copies that a time split dropped
 * @param gapRows rows that fell into a time split's gap and were dropped
 * @param droppedWithoutTime rows that a time split dropped because their time is missing
 */
public record SplitCounts(
    int duplicateRows,
    boolean duplicatesLeft,
    int droppedDuplicates,
    int gapRows,
    int droppedWithoutTime) {}
