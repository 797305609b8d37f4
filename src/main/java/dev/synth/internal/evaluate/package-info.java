/** Test rows opened once, thresholds, costs, alerts, and the diagnostics of a repeat. */
@NullMarked
package dev.synth.internal.evaluate;

import org.jspecify.annotations.NullMarked;
