package dev.synth.internal.report.evaluation;

import dev.synth.augment.AugmentationPlan;
import dev.synth.compare.ArmSummary;
import dev.synth.compare.ArmSummary.Spread;
import dev.synth.compare.Choice;
import dev.synth.compare.Comparison;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.PartSizes;
import dev.synth.compare.PlainComparison;
import dev.synth.compare.PrimaryContrast;
import dev.synth.compare.Protocol;
import dev.synth.compare.TroubledArm;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.PriorShift;
import dev.synth.evaluate.Unmeasured;
import dev.synth.split.SplitOptions.Method;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Comparisons with the numbers that a test of a table asks for; two repeats. */
public final class TableFacts {
  /** A name that breaks out of any page that forgets to escape it. */
  public static final Arm HOSTILE = Arm.generator("<script>", new AugmentationPlan.Ratio(0.1));

  public static final Arm VAE = Arm.generator("vae", new AugmentationPlan.Ratio(0.1));

  private static final PartSizes SIZES = new PartSizes(6000, 294, 2000, 98, 2000, 98);

  private TableFacts() {}

  /**
   * An arm whose figures are all 0.5 but average precision; 60 of 196 rare rows are caught in two
   * repeats, with 11 false alarms.
   */
  public static ArmSummary summary(Arm arm, String classifier, @Nullable Double averagePrecision) {
    Map<EvaluationMetric, Spread> figures = new EnumMap<>(EvaluationMetric.class);
    for (EvaluationMetric measure : EvaluationMetric.values()) {
      figures.put(measure, new Spread(2, 0.5, 0.25, null));
    }
    figures.put(
        EvaluationMetric.AVERAGE_PRECISION,
        averagePrecision == null
            ? new Spread(0, null, null, new Unmeasured.OldSentence("one <class>"))
            : new Spread(2, averagePrecision, 0.012, null));
    return new ArmSummary(
        arm,
        classifier,
        new Confusion(60, 11, 136, 3793),
        List.of(),
        figures,
        new PriorShift(0.05, 0.1),
        Map.of());
  }

  /** An arm's difference to none, half the mean to either side; untested where p is null. */
  public static PairedDifference difference(
      Arm arm, String classifier, double mean, @Nullable Double p) {
    boolean tested = p != null;
    return new PairedDifference(
        EvaluationMetric.AVERAGE_PRECISION,
        arm,
        arm.reference(),
        classifier,
        List.of(mean - 0.01, mean + 0.01),
        mean,
        tested ? (Double) 0.01 : null,
        tested ? (Double) (mean - 0.02) : null,
        tested ? (Double) (mean + 0.02) : null,
        p,
        null,
        tested ? null : new Untested.OneRepeat());
  }

  /** A comparison of summaries and differences. */
  public static Comparison comparison(
      List<ArmSummary> summaries, List<PairedDifference> differences, TroubledArm... troubles) {
    return comparison(summaries, differences, List.of(), null, troubles);
  }

  /** A comparison with choices and a learning curve beside them. */
  public static Comparison comparison(
      List<ArmSummary> summaries,
      List<PairedDifference> differences,
      List<Choice> choices,
      @Nullable DoseResponse response,
      TroubledArm... troubles) {
    return PlainComparison.of(new Protocol("forest", Method.RANDOM, "max-f1", 0.01))
        .repeats(List.of(SIZES, SIZES))
        .primary(
            differences.stream()
                .filter(row -> row.arm().judged() && row.classifier().equals("forest"))
                .map(
                    row -> new PrimaryContrast(row, row.p(), null, null, 98, List.of(), null, null))
                .toList())
        .againstNone(differences)
        .choices(choices)
        .summaries(summaries)
        .doseResponse(response)
        .troubles(troubles)
        .build();
  }
}
