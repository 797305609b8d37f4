/** The training loop of the generators with networks: batches, early stopping, warnings. */
@NullMarked
package dev.synth.internal.generate.training;

import org.jspecify.annotations.NullMarked;
