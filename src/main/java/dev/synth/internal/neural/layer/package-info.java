/** Matrices, dense layers and optimisers, trained in place on ND4J. */
@NullMarked
package dev.synth.internal.neural.layer;

import org.jspecify.annotations.NullMarked;
