/** The evidence from test rows on a difference between two arms, row by row. */
@NullMarked
package dev.synth.internal.stats.rows;

import org.jspecify.annotations.NullMarked;
