/** The adversarial random forest: trees whose leaves the generator samples from. */
@NullMarked
package dev.synth.internal.generate.forest;

import org.jspecify.annotations.NullMarked;
