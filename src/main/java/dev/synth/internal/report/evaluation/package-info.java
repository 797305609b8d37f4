/** The page of a comparison, its sections, and the page of two runs. */
@NullMarked
package dev.synth.internal.report.evaluation;

import org.jspecify.annotations.NullMarked;
