/** Fits the arm that a verdict was for, and writes it as a bundle. */
@NullMarked
package dev.synth.internal.experiment.production;

import org.jspecify.annotations.NullMarked;
