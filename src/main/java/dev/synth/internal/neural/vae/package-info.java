/** The network of the variational autoencoder, and its training step. */
@NullMarked
package dev.synth.internal.neural.vae;

import org.jspecify.annotations.NullMarked;
