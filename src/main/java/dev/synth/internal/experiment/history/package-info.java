/** The runs on disk: listed, held side by side, cleaned away. */
@NullMarked
package dev.synth.internal.experiment.history;

import org.jspecify.annotations.NullMarked;
