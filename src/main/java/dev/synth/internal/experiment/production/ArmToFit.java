package dev.synth.internal.experiment.production;

import dev.synth.compare.Verdict;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import org.jspecify.annotations.Nullable;

/**
 * An arm to fit.
 *
 * @param source makes its rows
 * @param verdict the verdict that it has; null where it has none
 * @param run the run that gave it; null where there is none
 */
record ArmToFit(Source source, @Nullable Verdict verdict, @Nullable String run) {
  ArmPlan arm() {
    return source.arms().getFirst();
  }

  ArmToFit with(Source picked) {
    return new ArmToFit(picked, verdict, run);
  }
}
