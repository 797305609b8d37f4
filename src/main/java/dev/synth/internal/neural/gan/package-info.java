/** The networks of the Wasserstein GAN, and their training step. */
@NullMarked
package dev.synth.internal.neural.gan;

import org.jspecify.annotations.NullMarked;
