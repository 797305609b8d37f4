/** The comparison of the rows that a fitted model meets with those of its past. */
@NullMarked
package dev.synth.internal.monitor;

import org.jspecify.annotations.NullMarked;
