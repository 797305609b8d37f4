/** Whether columns and pairs of columns look like the real ones. */
@NullMarked
package dev.synth.validate.fidelity;

import org.jspecify.annotations.NullMarked;
