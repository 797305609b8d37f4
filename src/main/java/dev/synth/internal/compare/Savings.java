package dev.synth.internal.compare;

import dev.synth.compare.PairedDifference;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatTable;
import dev.synth.compare.Saving;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Costs;
import dev.synth.evaluate.Evaluation;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.PairedTest;
import dev.synth.internal.stats.RowSampling;
import java.util.ArrayList;
import java.util.List;

/** The amounts that arms save beyond their references. */
public final class Savings {
  private Savings() {}

  /** Compares the savings of every arm but the references, with every classifier. */
  public static List<Saving> all(Protocol protocol, RepeatTable table) {
    List<Saving> savings = new ArrayList<>();
    for (String figure :
        List.of(
            CostAndAlertMetrics.SAVED,
            CostAndAlertMetrics.SAVED + CostAndAlertMetrics.AT_MIN_COST)) {
      for (String classifier : table.classifiers()) {
        for (Arm arm : table.arms()) {
          boolean isMeasured =
              table.evaluations(arm, classifier).getFirst().asked().containsKey(figure);
          if (arm.role() != Arm.Role.REFERENCE && isMeasured) {
            savings.add(new Comparing(protocol, table, figure, arm).with(classifier));
          }
        }
      }
    }
    return savings;
  }

  /** One comparison. */
  private record Comparing(Protocol protocol, RepeatTable table, String figure, Arm arm) {
    Saving with(String classifier) {
      List<Evaluation> own = table.evaluations(arm, classifier);
      List<Evaluation> without = table.evaluations(arm.reference(), classifier);
      List<Double> differences = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        differences.add(saved(own.get(i)) - saved(without.get(i)));
      }
      return switch (protocol.split()) {
        case RANDOM, GROUP -> atRandom(classifier, differences);
        case TIME -> byTime(new ByTime(own, without), classifier, differences);
      };
    }

    private double saved(Evaluation evaluation) {
      return evaluation.asked(figure).number().orElseThrow();
    }

    private Saving atRandom(String classifier, List<Double> differences) {
      if (differences.size() == 1) {
        return descriptive(classifier, differences, new Untested.OneRepeat());
      }
      return tested(
          classifier,
          differences,
          test(classifier, differences),
          Untested.NoVariation.Parts.REPEATS);
    }

    /**
     * Of rows, where their ranks and losses are known; else Nadeau and Bengio's test. Thresholds
     * move money, and repeats choose them on shared validation rows.
     */
    private PairedTest test(String classifier, List<Double> differences) {
      boolean isCheapest = figure.endsWith(CostAndAlertMetrics.AT_MIN_COST);
      Costs costs = protocol.asked().costs();
      return RankedPairs.of(table.repeats(), arm, classifier, repeat -> arm.reference())
          .filter(pairs -> costs != null)
          .flatMap(pairs -> pairs.saved(isCheapest, costs.alert()))
          .<PairedTest>map(
              rows ->
                  RowSampling.of(differences, rows).withRefitCorrelation(table.validationShare()))
          .orElseGet(() -> NadeauBengio.of(differences, table.testToTraining(arm.rareRows())));
    }

    private Saving byTime(ByTime pair, String classifier, List<Double> differences) {
      Untested why = pair.whyDescriptive();
      return why == null
          ? tested(classifier, differences, pair.saved(figure), Untested.NoVariation.Parts.BLOCKS)
          : descriptive(classifier, differences, why);
    }

    private Saving tested(
        String classifier,
        List<Double> differences,
        PairedTest test,
        Untested.NoVariation.Parts parts) {
      return Estimates.of(test)
          .map(estimate -> with(classifier, differences, estimate))
          .orElseGet(() -> descriptive(classifier, differences, new Untested.NoVariation(parts)));
    }

    private Saving with(
        String classifier, List<Double> differences, PairedDifference.Estimate estimate) {
      return new Saving(
          figure,
          arm,
          arm.reference(),
          classifier,
          differences,
          estimate.mean(),
          estimate.standardError(),
          estimate.low(),
          estimate.high(),
          estimate.p(),
          null);
    }

    private Saving descriptive(String classifier, List<Double> differences, Untested note) {
      return new Saving(
          figure,
          arm,
          arm.reference(),
          classifier,
          differences,
          Moments.mean(differences),
          null,
          null,
          null,
          null,
          note);
    }
  }
}
