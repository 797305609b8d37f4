/** The words for what one metric found, and for why it has no value. */
@NullMarked
package dev.synth.internal.report.wording.metric;

import org.jspecify.annotations.NullMarked;
