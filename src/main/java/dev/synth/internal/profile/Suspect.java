package dev.synth.internal.profile;

/**
 * A column that predicts the label almost perfectly alone.
 *
 * @param column its name
 * @param averagePrecision the average precision that it reaches alone, in [0, 1]
 */
public record Suspect(String column, double averagePrecision) {}
