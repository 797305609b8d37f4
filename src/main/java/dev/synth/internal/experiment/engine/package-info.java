/** The engines that work is given to: this process, or a cluster. */
@NullMarked
package dev.synth.internal.experiment.engine;

import org.jspecify.annotations.NullMarked;
