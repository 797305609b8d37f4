/** From table rows to numbers that a model can learn, and back. */
@NullMarked
package dev.synth.internal.encode;

import org.jspecify.annotations.NullMarked;
