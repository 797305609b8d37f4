/** The Wasserstein GAN. */
@NullMarked
package dev.synth.internal.generate.gan;

import org.jspecify.annotations.NullMarked;
