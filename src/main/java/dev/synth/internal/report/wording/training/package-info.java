/** What trainers decided and warn of, and what became of draws, in words. */
@NullMarked
package dev.synth.internal.report.wording.training;

import org.jspecify.annotations.NullMarked;
