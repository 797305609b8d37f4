/** Random oversampling: real rows again. */
@NullMarked
package dev.synth.internal.generate.oversample;

import org.jspecify.annotations.NullMarked;
