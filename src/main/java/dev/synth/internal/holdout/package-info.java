/** The one place that opens test rows, and the closed scores that it measures. */
@NullMarked
package dev.synth.internal.holdout;

import org.jspecify.annotations.NullMarked;
