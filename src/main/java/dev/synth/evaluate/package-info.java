/** Scores of classifiers on real rows: curves, thresholds, metrics. */
@NullMarked
package dev.synth.evaluate;

import org.jspecify.annotations.NullMarked;
