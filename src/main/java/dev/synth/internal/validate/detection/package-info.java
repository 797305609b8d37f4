/** Metrics that ask whether a classifier can tell synthetic rows from real ones (C2ST). */
@NullMarked
package dev.synth.internal.validate.detection;

import org.jspecify.annotations.NullMarked;
