/**
 * One definition of each statistic: formula, range, what ties, NaN and no values give, source.
 *
 * <p>Two statistics have two names, such as {@code median} and {@code upperMedian}. NaN is a
 * missing value. What a caller wants where there is no value, it says itself.
 */
@NullMarked
package dev.synth.stats;

import org.jspecify.annotations.NullMarked;
