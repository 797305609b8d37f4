/**
 * Sampling from a generator until enough rows pass the row rules, in stretches, and under
 * conditions.
 */
@NullMarked
package dev.synth.internal.generate.draw;

import org.jspecify.annotations.NullMarked;
