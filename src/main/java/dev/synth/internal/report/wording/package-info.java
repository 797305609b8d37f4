/** The sentences that people read, made from records of facts. */
@NullMarked
package dev.synth.internal.report.wording;

import org.jspecify.annotations.NullMarked;
