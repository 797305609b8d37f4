/** The words for what reading a table found. */
@NullMarked
package dev.synth.internal.report.wording.reading;

import org.jspecify.annotations.NullMarked;
