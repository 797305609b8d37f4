/** The variational autoencoder. */
@NullMarked
package dev.synth.internal.generate.vae;

import org.jspecify.annotations.NullMarked;
