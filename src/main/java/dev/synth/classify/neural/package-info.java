/** Classifiers on the networks of {@code dev.synth.neural}. */
@NullMarked
package dev.synth.classify.neural;

import org.jspecify.annotations.NullMarked;
