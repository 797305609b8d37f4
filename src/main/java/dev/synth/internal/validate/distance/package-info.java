/** Distances between rows of mixed columns, and the rows that are near; fast for many rows. */
@NullMarked
package dev.synth.internal.validate.distance;

import org.jspecify.annotations.NullMarked;
