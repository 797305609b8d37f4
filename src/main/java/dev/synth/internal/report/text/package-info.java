/** A run's results as text for the terminal. */
@NullMarked
package dev.synth.internal.report.text;

import org.jspecify.annotations.NullMarked;
