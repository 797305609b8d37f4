package dev.synth.internal.classify;

/**
 * One way to set a classifier, among those that tuning tries.
 *
 * @param settings in a few words, such as {@code 200 trees of depth 3}
 * @param trainer trains with these settings
 */
public record TuningCandidate(String settings, ClassifierTrainer trainer) {}
