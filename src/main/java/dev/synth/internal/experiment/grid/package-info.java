/** The grid of arms and repeats: its units, workers, store and judges. */
@NullMarked
package dev.synth.internal.experiment.grid;

import org.jspecify.annotations.NullMarked;
