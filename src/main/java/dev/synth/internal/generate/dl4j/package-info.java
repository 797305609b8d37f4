/** The stock baseline: Deeplearning4j's own autoencoder layer. */
@NullMarked
package dev.synth.internal.generate.dl4j;

import org.jspecify.annotations.NullMarked;
