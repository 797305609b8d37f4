/** The door of the library; {@code dev.synth.internal} is what users do not call. */
@NullMarked
package dev.synth;

import org.jspecify.annotations.NullMarked;
