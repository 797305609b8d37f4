/** What test rows say of a difference between two arms, row by row. */
@NullMarked
package dev.synth.internal.stats.rows;

import org.jspecify.annotations.NullMarked;
