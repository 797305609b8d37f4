/** The experiment: generate, evaluate, compare and augment, as the command line calls them. */
@NullMarked
package dev.synth.experiment;

import org.jspecify.annotations.NullMarked;
