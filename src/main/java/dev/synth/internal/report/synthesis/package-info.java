/** The page of synthetic rows, its sections and its charts. */
@NullMarked
package dev.synth.internal.report.synthesis;

import org.jspecify.annotations.NullMarked;
