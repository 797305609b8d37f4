/** Words, numbers and HTML that all reports share. */
@NullMarked
package dev.synth.internal.report.words;

import org.jspecify.annotations.NullMarked;
