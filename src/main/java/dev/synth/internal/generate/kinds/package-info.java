/** The registry of generator kinds. */
@NullMarked
package dev.synth.internal.generate.kinds;

import org.jspecify.annotations.NullMarked;
