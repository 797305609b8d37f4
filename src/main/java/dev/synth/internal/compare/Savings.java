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
import dev.synth.internal.stats.rows.PairedSavings;
import dev.synth.internal.stats.rows.RowInfluence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        case TIME, COLUMN -> byTime(new ByTime(own, without), classifier, differences);
      };
    }

    private double saved(Evaluation evaluation) {
      return evaluation.asked(figure).number().orElseThrow();
    }

    private Saving atRandom(String classifier, List<Double> differences) {
      List<PairedSavings> pairs = pairs(classifier);
      Double effective = pairs.isEmpty() ? null : (Double) PairedSavings.effectiveLosses(pairs);
      return differences.size() == 1
          ? descriptive(classifier, differences, effective, new Untested.OneRepeat())
          : tested(
              classifier,
              differences,
              test(pairs, differences),
              effective,
              Untested.NoVariation.Parts.REPEATS);
    }

    /** The alerts of all repeats with what they save; none where that is not known row by row. */
    private List<PairedSavings> pairs(String classifier) {
      boolean isCheapest = figure.endsWith(CostAndAlertMetrics.AT_MIN_COST);
      Optional<Costs> costs = Optional.ofNullable(protocol.asked().costs());
      return RankedPairs.of(table.repeats(), arm, classifier, repeat -> arm.reference())
          .flatMap(pairs -> costs.flatMap(each -> pairs.saved(isCheapest, each.alert())))
          .orElse(List.of());
    }

    /**
     * Of rows, where their ranks and losses are known; else Nadeau and Bengio's test. Thresholds
     * move money, and repeats choose them on shared validation rows.
     */
    private PairedTest test(List<PairedSavings> pairs, List<Double> differences) {
      return pairs.isEmpty()
          ? NadeauBengio.of(differences, table.testToTraining(arm.rareRows()))
          : RowSampling.of(differences, RowInfluence.ofSavings(pairs))
              .withRefitCorrelation(table.validationShare());
    }

    private Saving byTime(ByTime pair, String classifier, List<Double> differences) {
      Untested why = pair.whyDescriptive();
      return why == null
          ? tested(
              classifier, differences, pair.saved(figure), null, Untested.NoVariation.Parts.BLOCKS)
          : descriptive(classifier, differences, null, why);
    }

    private Saving tested(
        String classifier,
        List<Double> differences,
        PairedTest test,
        @Nullable Double effectiveLosses,
        Untested.NoVariation.Parts parts) {
      return Estimates.of(test)
          .map(estimate -> with(classifier, differences, estimate, effectiveLosses))
          .orElseGet(
              () ->
                  descriptive(
                      classifier, differences, effectiveLosses, new Untested.NoVariation(parts)));
    }

    private Saving with(
        String classifier,
        List<Double> differences,
        PairedDifference.Estimate estimate,
        @Nullable Double effectiveLosses) {
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
          effectiveLosses,
          null);
    }

    private Saving descriptive(
        String classifier,
        List<Double> differences,
        @Nullable Double effectiveLosses,
        Untested note) {
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
          effectiveLosses,
          note);
    }
  }
}
