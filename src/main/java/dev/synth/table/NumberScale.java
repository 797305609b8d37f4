package dev.synth.table;

/**
 * A letter or word behind a number that stands for zeros, such as the {@code K} of {@code 1.2K}.
 *
 * @param text what stands behind the digits, with its blank
 * @param factor what it stands for, above 1
 */
public record NumberScale(String text, double factor) {}
