/** The types that make leaks impossible: training, held-out and synthetic rows. */
@NullMarked
package dev.synth.split;

import org.jspecify.annotations.NullMarked;
