package dev.synth.internal.holdout;

/**
 * The result of a detector that learned without labels: complete before any test row's class is
 * seen.
 *
 * @param detector its name in configs and reports
 * @param testScores its scores of the test rows
 */
public record DetectorScores(String detector, TestScores testScores) {}
