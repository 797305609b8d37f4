/** Shuffled columns: the cells of real rows, joined anew. */
@NullMarked
package dev.synth.internal.generate.shuffle;

import org.jspecify.annotations.NullMarked;
