/** What a dry run says: plan, pilot fits and estimated time. */
@NullMarked
package dev.synth.internal.experiment.plan;

import org.jspecify.annotations.NullMarked;
