/** Parts of a run as a machine computes them that is given nothing but the order and the data. */
@NullMarked
package dev.synth.internal.experiment.remote;

import org.jspecify.annotations.NullMarked;
