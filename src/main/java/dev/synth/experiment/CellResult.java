package dev.synth.experiment;

import dev.synth.evaluate.Choice;
import dev.synth.evaluate.Scored;
import org.jspecify.annotations.Nullable;

/**
 * What a finished cell leaves on disk until its repeat is judged.
 *
 * @param scored the threshold, and the scores of test rows whose classes are still closed
 * @param fitSeconds how long the generator took to be picked and to fit, which the cells of a unit
 *     share
 * @param drawSeconds how long the rows took to draw, which the classifiers of an arm share
 * @param classifierSeconds how long the classifier took to fit and to score
 * @param pick what was picked inside the training rows, for the arm {@code auto}; else null
 */
record CellResult(
    Scored scored,
    double fitSeconds,
    double drawSeconds,
    double classifierSeconds,
    @Nullable Choice pick) {}
