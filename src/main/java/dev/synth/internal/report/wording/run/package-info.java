/** The words for what runs and fits tell while they work. */
@NullMarked
package dev.synth.internal.report.wording.run;

import org.jspecify.annotations.NullMarked;
