/** The lists of runs and of the machine, as facts; {@code report.text} has the words. */
@NullMarked
package dev.synth.internal.listing;

import org.jspecify.annotations.NullMarked;
