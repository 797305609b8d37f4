package dev.synth.internal.profile;

/**
 * The smallest effect on average precision that an experiment would find in four of five cases, as
 * far as that can be told before anything is trained.
 *
 * @param test the share of the rows that a repeat measures on
 * @param testRare the mean number of different rare rows (or groups) in a test part
 * @param repeats the number of repeats
 * @param low where rows differ as little between arms as in synth's first run
 * @param high where they differ twice as much, as with few rare rows
 */
public record Foreseen(double test, double testRare, int repeats, double low, double high) {}
