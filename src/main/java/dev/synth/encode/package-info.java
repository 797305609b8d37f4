/** From table rows to numbers that a model can learn, and back. */
@NullMarked
package dev.synth.encode;

import org.jspecify.annotations.NullMarked;
