package dev.synth.internal.report.table;

import dev.synth.compare.ArmSummary;
import dev.synth.compare.ArmSummary.Spread;
import dev.synth.compare.Comparison;
import dev.synth.compare.PartSizes;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.Protocol;
import dev.synth.compare.Saving;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.internal.report.evaluation.TableFacts;
import dev.synth.split.SplitOptions.Method;
import java.util.List;
import java.util.Map;

/** A comparison of none and one arm with the asked-for figures that a test gives. */
final class AskedFacts {
  private static final PartSizes SIZES = new PartSizes(6000, 294, 2000, 98, 2000, 98);

  private AskedFacts() {}

  /** A figure of two repeats. */
  static Spread mean(double value) {
    return new Spread(2, value, 0.1, null);
  }

  static Comparison comparison(
      CostAndAlertMetrics asked,
      Map<String, Spread> none,
      Map<String, Spread> arm,
      Saving... savings) {
    return PlainComparison.of(new Protocol("forest", Method.RANDOM, "max-f1", 0.01, asked))
        .repeats(List.of(SIZES))
        .savings(savings)
        .summaries(List.of(summary(Arm.NONE, none), summary(TableFacts.VAE, arm)))
        .build();
  }

  private static ArmSummary summary(Arm arm, Map<String, Spread> asked) {
    ArmSummary plain = TableFacts.summary(arm, "forest", 0.5);
    return new ArmSummary(
        arm, "forest", plain.confusion(), List.of(), plain.figures(), plain.priorShift(), asked);
  }
}
