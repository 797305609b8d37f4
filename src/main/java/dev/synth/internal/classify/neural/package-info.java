/** The classifier on a dense network. */
@NullMarked
package dev.synth.internal.classify.neural;

import org.jspecify.annotations.NullMarked;
