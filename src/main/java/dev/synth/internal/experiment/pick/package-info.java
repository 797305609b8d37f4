/** Picks among arms by contests inside the training rows. */
@NullMarked
package dev.synth.internal.experiment.pick;

import org.jspecify.annotations.NullMarked;
