package dev.synth.evaluate;

import dev.synth.classify.Classifier;

/**
 * A fitted classifier with its threshold, complete before any test row is opened.
 *
 * @param arm how the training rows were prepared
 * @param classifierName the classifier's name in configs and reports
 * @param classifier the fitted classifier
 * @param threshold the threshold chosen on validation rows
 */
public record Judged(Arm arm, String classifierName, Classifier classifier, Threshold threshold) {}
