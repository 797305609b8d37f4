/** The words for what trainers decided and warn of, and for what became of draws. */
@NullMarked
package dev.synth.internal.report.wording.training;

import org.jspecify.annotations.NullMarked;
