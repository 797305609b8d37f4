/** The charts of a page of synthetic rows, from the run's JSON. */
@NullMarked
package dev.synth.internal.report.synthesis;

import org.jspecify.annotations.NullMarked;
