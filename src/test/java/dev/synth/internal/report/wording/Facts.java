package dev.synth.internal.report.wording;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.Comparison;
import dev.synth.compare.Detectable;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PartSizes;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.compare.TimeBlocks;
import dev.synth.compare.TroubledArm;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.split.SplitOptions.Method;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts that sentences are made of, with the numbers that a test asks for. */
final class Facts {
  /** An arm that gets a verdict. */
  static final Arm VAE = Arm.generator("vae", new AugmentationPlan.Ratio(0.1));

  private static final PartSizes SIZES = new PartSizes(6000, 294, 2000, 98, 2000, 98);

  private Facts() {}

  /** A difference of ten repeats that could be tested: its interval is 0.02 to either side. */
  static PairedDifference tested(Arm arm, Arm reference, double mean, double p) {
    return difference(arm, reference, mean, p, null);
  }

  /** The same over blocks of time. */
  static PairedDifference byTime(Arm arm, double mean, double p, TimeBlocks blocks) {
    return difference(arm, arm.reference(), mean, p, blocks);
  }

  private static PairedDifference difference(
      Arm arm, Arm reference, double mean, double p, @Nullable TimeBlocks blocks) {
    return new PairedDifference(
        EvaluationMetric.AVERAGE_PRECISION,
        arm,
        reference,
        "random-forest",
        Collections.nCopies(10, mean),
        mean,
        0.01,
        mean - 0.02,
        mean + 0.02,
        p,
        blocks,
        null);
  }

  /** A difference that could not be tested. */
  static PairedDifference untested(Arm arm, @Nullable Double mean, Untested note) {
    return new PairedDifference(
        EvaluationMetric.AVERAGE_PRECISION,
        arm,
        arm.reference(),
        "random-forest",
        mean == null ? List.of() : List.of(mean),
        mean,
        null,
        null,
        null,
        null,
        null,
        note);
  }

  /** A contrast without rivals. */
  static PrimaryContrast contrast(PairedDifference estimate, @Nullable Detectable detectable) {
    return new PrimaryContrast(estimate, estimate.p(), null, detectable, 98, List.of(), null, null);
  }

  /** An arm that is shown to change less than 0.01. */
  static PrimaryContrast equivalent(String name, double mean) {
    PrimaryContrast open = contrast(name, mean, 0.4);
    return new PrimaryContrast(
        open.estimate(),
        open.correctedP(),
        new PrimaryContrast.Equivalence(0.01, 0.001, 0.002),
        open.detectable(),
        open.testRare(),
        open.rivals(),
        null,
        null);
  }

  /** An arm's contrast against none, which sees effects from 0.005 on. */
  static PrimaryContrast contrast(String name, double mean, double p) {
    Arm arm = Arm.generator(name, new AugmentationPlan.Ratio(0.1));
    Detectable detectable = new Detectable(0.01, 0.005, 0.004, 10, null, null);
    return contrast(tested(arm, arm.reference(), mean, p), detectable);
  }

  /** A comparison of nothing but its contrasts and troubles. */
  static Comparison comparison(List<PrimaryContrast> contrasts, TroubledArm... troubles) {
    return comparison(contrasts, 10, troubles);
  }

  /** The same with another number of repeats. */
  static Comparison comparison(
      List<PrimaryContrast> contrasts, int repeats, TroubledArm... troubles) {
    return PlainComparison.of(new Protocol("random-forest", Method.RANDOM, "max-f1", 0.01))
        .repeats(Collections.nCopies(repeats, SIZES))
        .primary(contrasts)
        .againstNone(contrasts.stream().map(PrimaryContrast::estimate).toList())
        .troubles(troubles)
        .build();
  }
}
