/** Flow matching. */
@NullMarked
package dev.synth.internal.generate.diffusion;

import org.jspecify.annotations.NullMarked;
