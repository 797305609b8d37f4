package dev.synth.internal.experiment.arm;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.generate.GeneratorOptions;
import dev.synth.split.RareRows;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The source of the rows of some arms: a generator, which is fitted once for all of them, or
 * nowhere.
 *
 * @param name the generator's name, and where its random numbers come from; {@code none} where
 *     nothing is generated
 * @param options the generator, or null where the arms add no rows
 * @param arms the arms, in order
 */
public record Source(String name, @Nullable GeneratorOptions options, List<ArmPlan> arms) {
  public Source {
    arms = List.copyOf(arms);
  }

  /** Returns the source of a baseline that adds no rows. */
  public static Source of(Baseline baseline) {
    return new Source(baseline.id(), null, List.of(ArmPlan.of(baseline)));
  }

  /** Returns the same source for training rows that keep a number of real rare rows. */
  public Source withRareRows(RareRows rareRows) {
    return new Source(name, options, arms.stream().map(arm -> arm.withRareRows(rareRows)).toList());
  }

  /** Returns the name of the random numbers' stream; baselines don't share one with generators. */
  public String stream() {
    boolean baseline = arms.getFirst().arm().role() == Arm.Role.BASELINE;
    return baseline ? "baseline/" + name : name;
  }
}
