/** The output of a dry run: plan, pilot fits and estimated time. */
@NullMarked
package dev.synth.internal.experiment.plan;

import org.jspecify.annotations.NullMarked;
