/** A dense network that classifies rows, with focal loss. */
@NullMarked
package dev.synth.internal.neural.classifier;

import org.jspecify.annotations.NullMarked;
