/** Adversarial random forests: trees whose leaves the generator draws from. */
@NullMarked
package dev.synth.generate.forest;

import org.jspecify.annotations.NullMarked;
