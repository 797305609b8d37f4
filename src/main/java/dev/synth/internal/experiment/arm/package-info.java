/** One arm in one repeat: rows, fits, tuning, folds and scores. */
@NullMarked
package dev.synth.internal.experiment.arm;

import org.jspecify.annotations.NullMarked;
