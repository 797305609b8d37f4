/** Metrics that ask whether synthetic rows disclose real ones. */
@NullMarked
package dev.synth.internal.validate.privacy;

import org.jspecify.annotations.NullMarked;
