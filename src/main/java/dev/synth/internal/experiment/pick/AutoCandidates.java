package dev.synth.internal.experiment.pick;

import dev.synth.augment.AugmentationPlan;
import dev.synth.augment.Labels;
import dev.synth.classify.ClassWeighting;
import dev.synth.evaluate.Addition;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Baseline;
import dev.synth.evaluate.Fitting;
import dev.synth.generate.GeneratorOptions;
import dev.synth.generate.MgsOptions;
import dev.synth.generate.Scope;
import dev.synth.generate.ShuffleOptions;
import dev.synth.generate.VaeOptions;
import dev.synth.internal.base.PlainText;
import dev.synth.internal.experiment.arm.ArmPlan;
import dev.synth.internal.experiment.arm.Source;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;

/**
 * The candidates that {@code auto} tries beside {@code none} (docs/adr/0069): kinds and scopes of
 * generators, ratios, labels, settings of the classifier and free rivals. All leave one model to
 * serve. They stand in the order in which they are preferred.
 */
public final class AutoCandidates {
  public static final ArmPlan NONE = ArmPlan.of(Baseline.NONE);

  /** The class ratio that soft labels have by default. */
  private static final double SOFT_RATIO = 1;

  private static final double HARD_RATIO = 0.1;

  private static final List<Double> HARD_RATIOS = List.of(HARD_RATIO, 0.5);

  private AutoCandidates() {}

  /** Returns the candidates. They share the teacher of a fold. */
  public static List<Source> all() {
    List<Source> all = new ArrayList<>(ofRows());
    VaeOptions vae = VaeOptions.defaults();
    ArmPlan regularised =
        new ArmPlan(
            Arm.generator("vae + " + Baseline.REGULARISED_BOOSTER.id(), soft(), Labels.SOFT),
            ClassWeighting.NONE,
            soft(),
            Labels.SOFT,
            Fitting.REGULARISED);
    List<ArmPlan> ofVae = new ArrayList<>(all.getFirst().arms());
    ofVae.add(regularised);
    all.set(0, new Source("vae", vae, ofVae));
    all.add(Source.of(Baseline.REGULARISED_BOOSTER));
    return List.copyOf(all);
  }

  /** Returns those that are nothing but training rows, which any classifier may learn from. */
  public static List<Source> ofRows() {
    VaeOptions vae = VaeOptions.defaults();
    return List.of(
        new Source(
            "vae",
            vae,
            List.of(soft("vae", Arm.Role.GENERATOR), hard("vae", HARD_RATIO, Arm.Role.GENERATOR))),
        source("mgs", MgsOptions.defaults(), Arm.Role.GENERATOR),
        source(Baseline.SHUFFLE.id(), new ShuffleOptions(), Arm.Role.BASELINE),
        source("vae scope=rare", vae.withScope(Scope.RARE), Arm.Role.GENERATOR),
        Source.of(Baseline.CLASS_WEIGHT));
  }

  /** Returns what the folds of a contest of all take, in words. */
  public static String perFold() {
    return perFold(all());
  }

  /** Returns what the folds of a contest take, in words. */
  public static String perFold(List<Source> candidates) {
    return PlainText.of(
        "%d folds, each with %d generators, %s%d classifiers",
        AutoChoice.FOLDS,
        candidates.stream().filter(each -> each.options() != null).count(),
        FoldTeacher.of(candidates) == FoldTeacher.NONE ? "" : "a teacher and ",
        AutoChoice.fits(candidates) / AutoChoice.FOLDS);
  }

  private static Source source(String name, GeneratorOptions options, Arm.Role role) {
    return new Source(name, options, List.of(soft(name, role)));
  }

  /** Returns a generator with hard labels at two ratios. */
  public static Source hard(String name, GeneratorOptions options, Arm.Role role) {
    List<ArmPlan> arms = new ArrayList<>();
    HARD_RATIOS.forEach(ratio -> arms.add(hard(name, ratio, role)));
    return new Source(name, options, arms);
  }

  private static AugmentationPlan soft() {
    return new AugmentationPlan.Ratio(SOFT_RATIO);
  }

  private static ArmPlan soft(String name, Arm.Role role) {
    return arm(name, soft(), Labels.SOFT, role);
  }

  private static ArmPlan hard(String name, double ratio, Arm.Role role) {
    return arm(name, new AugmentationPlan.Ratio(ratio), Labels.HARD, role);
  }

  private static ArmPlan arm(String name, AugmentationPlan plan, Labels labels, Arm.Role role) {
    Arm arm = new Arm(name, new Addition.Planned(plan, labels), RareRows.ALL, role);
    return new ArmPlan(arm, ClassWeighting.NONE, plan, labels);
  }
}
