package dev.synth.internal.experiment.pick;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.classify.ClassWeighting;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.MgsOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;

/** The candidates that {@code auto} tries beside {@code none} (docs/adr/0063). */
public final class AutoCandidates {
  public static final ArmPlan NONE = ArmPlan.of(Baseline.NONE);

  /** The class ratio that soft labels have by default. */
  private static final double SOFT_RATIO = 1;

  private static final List<Double> HARD_RATIOS = List.of(0.1, 0.5);

  private AutoCandidates() {}

  /** Returns the candidates. They share the teacher of a fold. */
  public static List<Source> all() {
    return List.of(soft("vae", VaeOptions.defaults()), soft("mgs", MgsOptions.defaults()));
  }

  private static Source soft(String name, GeneratorOptions options) {
    ArmPlan arm = arm(name, SOFT_RATIO, Labels.SOFT, Arm.Role.GENERATOR);
    return new Source(name, options, List.of(arm));
  }

  /** Returns a generator with hard labels at two ratios. */
  public static Source source(String name, GeneratorOptions options, Arm.Role role) {
    List<ArmPlan> arms = new ArrayList<>();
    HARD_RATIOS.forEach(ratio -> arms.add(arm(name, ratio, Labels.HARD, role)));
    return new Source(name, options, arms);
  }

  private static ArmPlan arm(String name, double ratio, Labels labels, Arm.Role role) {
    AugmentationPlan plan = new AugmentationPlan.Ratio(ratio);
    Arm arm = new Arm(name, new Addition.Planned(plan, labels), RareRows.ALL, role);
    return new ArmPlan(arm, ClassWeighting.NONE, plan, labels);
  }
}
