/** Rows of numbers and levels, their distances and their nearest neighbours. */
@NullMarked
package dev.synth.internal.generate.mixed;

import org.jspecify.annotations.NullMarked;
