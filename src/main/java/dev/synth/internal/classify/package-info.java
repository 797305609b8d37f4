/** Classifiers that score rows with the probability of the minority class. */
@NullMarked
package dev.synth.internal.classify;

import org.jspecify.annotations.NullMarked;
