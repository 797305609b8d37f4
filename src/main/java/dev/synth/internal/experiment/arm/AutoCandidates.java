package dev.synth.internal.experiment.arm;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.classify.ClassWeighting;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.generate.ForestOptions;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;

/** What {@code auto} tries beside {@code none} (docs/adr/0031). */
public final class AutoCandidates {
  public static final ArmPlan NONE = ArmPlan.of(Baseline.NONE);

  private static final List<Double> RATIOS = List.of(0.1, 0.5);

  private AutoCandidates() {}

  /** Returns the candidates, the cheaper first. */
  public static List<Source> all() {
    return List.of(
        Source.of(Baseline.CLASS_WEIGHT),
        source(Baseline.SMOTE.id(), Baseline.SMOTE.sampler().orElseThrow(), Arm.Role.BASELINE),
        source("vae", VaeOptions.defaults(), Arm.Role.GENERATOR),
        source("forest", ForestOptions.defaults(), Arm.Role.GENERATOR));
  }

  /** Returns a generator at each of the ratios. */
  public static Source source(String name, GeneratorOptions options, Arm.Role role) {
    List<ArmPlan> arms = new ArrayList<>();
    for (double ratio : RATIOS) {
      AugmentationPlan plan = new AugmentationPlan.Ratio(ratio);
      Arm arm = new Arm(name, new Addition.Planned(plan, Labels.HARD), RareRows.ALL, role);
      arms.add(new ArmPlan(arm, ClassWeighting.NONE, plan));
    }
    return new Source(name, options, arms);
  }
}
