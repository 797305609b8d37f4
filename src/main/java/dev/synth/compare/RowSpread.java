package dev.synth.compare;

/**
 * The parts of the standard error of a split at random: {@code standardError² = rows + refits}.
 *
 * @param rows the variance that other rows of the data would bring, where they are tested; more
 *     repeats hardly shrink it
 * @param refits the variance that other training rows and other seeds bring besides, over the
 *     number of repeats
 * @param rareUnits the mean number of rare rows in a test part, rows that stay together counted
 *     once
 * @param degreesOfFreedom of Student's t, the reference distribution
 */
public record RowSpread(double rows, double refits, double rareUnits, double degreesOfFreedom) {}
