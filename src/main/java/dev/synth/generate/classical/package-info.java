/** Generators without networks: nearest neighbours, kernels and copulas. */
@NullMarked
package dev.synth.generate.classical;

import org.jspecify.annotations.NullMarked;
