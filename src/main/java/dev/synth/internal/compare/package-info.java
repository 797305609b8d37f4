/** The computation of a comparison: pairing, families of tests, dose and response. */
@NullMarked
package dev.synth.internal.compare;

import org.jspecify.annotations.NullMarked;
