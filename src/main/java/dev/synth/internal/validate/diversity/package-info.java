/**
 * Metrics that ask whether synthetic rows are as varied as real ones, and lie where real ones do.
 */
@NullMarked
package dev.synth.internal.validate.diversity;

import org.jspecify.annotations.NullMarked;
