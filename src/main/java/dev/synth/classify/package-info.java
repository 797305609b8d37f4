/** Classifiers that score rows with the probability of the rare class. */
@NullMarked
package dev.synth.classify;

import org.jspecify.annotations.NullMarked;
