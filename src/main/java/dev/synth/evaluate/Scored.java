package dev.synth.evaluate;

/**
 * What a fitted classifier of one arm leaves: complete before any test row's class is seen.
 *
 * @param arm how the training rows were prepared
 * @param classifier the classifier's name in configs and reports
 * @param threshold the threshold chosen without test rows
 * @param validationAveragePrecision what validation rows say of it, to choose by
 * @param testScores its scores of the test rows
 */
public record Scored(
    Arm arm,
    String classifier,
    Threshold threshold,
    double validationAveragePrecision,
    TestScores testScores) {}
