/** Metrics that ask whether columns and pairs of columns look like the real ones. */
@NullMarked
package dev.synth.internal.validate.fidelity;

import org.jspecify.annotations.NullMarked;
