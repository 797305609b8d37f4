/** The Gaussian copula. */
@NullMarked
package dev.synth.internal.generate.copula;

import org.jspecify.annotations.NullMarked;
