/** The machine that a run works on: what is there, and where its memory runs out. */
@NullMarked
package dev.synth.internal.experiment.machine;

import org.jspecify.annotations.NullMarked;
