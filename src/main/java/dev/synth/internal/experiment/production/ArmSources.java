package dev.synth.internal.experiment.production;

import dev.synth.augment.Labels;
import dev.synth.classify.ClassWeighting;
import dev.synth.config.ExperimentConfig;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.Fitting;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.internal.experiment.grid.GridDesign;
import dev.synth.internal.experiment.grid.NamedArm;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;

/** Finds what makes an arm's rows, by the name that tables give the arm. */
final class ArmSources {
  private ArmSources() {}

  /** The arm that is picked inside the rows. */
  static final String AUTO = "auto";

  /**
   * Returns the source of one arm: one of the config's evaluation or comparison, a free rival, or a
   * generator with how much it adds.
   *
   * @throws dev.synth.base.Problem (usage) if there is none
   */
  static Source find(String name, ExperimentConfig config) {
    if (name.equals(Arm.NONE.name())) {
      return Source.of(Baseline.NONE);
    }
    if (name.equals(AUTO)) {
      Arm auto = Arm.auto(RareRows.ALL);
      ArmPlan picked = new ArmPlan(auto, ClassWeighting.NONE, null, Labels.HARD, Fitting.PICKED);
      return new Source(auto.name(), null, List.of(picked));
    }
    for (GridDesign design : designs(config)) {
      for (Source source : design.sources()) {
        for (ArmPlan arm : source.arms()) {
          if (arm.arm().label().equals(name)) {
            return new Source(source.name(), source.options(), List.of(arm));
          }
        }
      }
    }
    return Baseline.find(name)
        .filter(baseline -> baseline.sampler().isEmpty())
        .map(Source::of)
        .orElseGet(() -> NamedArm.find(name, config));
  }

  private static List<GridDesign> designs(ExperimentConfig config) {
    List<GridDesign> designs = new ArrayList<>();
    ExperimentConfig evaluated = config.evaluated();
    if (evaluated.augmentation() != null) {
      designs.add(GridDesign.ofOne(evaluated));
    }
    designs.add(GridDesign.ofMany(config.compared()));
    return designs;
  }
}
