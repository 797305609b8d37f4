/** Deeplearning4j's own autoencoder layer. */
@NullMarked
package dev.synth.internal.neural.dl4j;

import org.jspecify.annotations.NullMarked;
