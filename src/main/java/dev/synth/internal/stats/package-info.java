/** One definition of every statistic: formula, range, rule for NaN and for no values, source. */
@NullMarked
package dev.synth.internal.stats;

import org.jspecify.annotations.NullMarked;
