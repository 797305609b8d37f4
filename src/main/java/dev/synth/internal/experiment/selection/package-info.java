/** {@code synth select}: rows of files that fit no memory, taken so that a run fits one machine. */
@NullMarked
package dev.synth.internal.experiment.selection;

import org.jspecify.annotations.NullMarked;
