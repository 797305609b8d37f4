/** How far rows of mixed columns lie apart, and which ones are near; fast for many rows. */
@NullMarked
package dev.synth.internal.validate.distance;

import org.jspecify.annotations.NullMarked;
