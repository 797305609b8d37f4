package dev.synth.compare;

import dev.synth.evaluate.Arm;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Evaluation;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.PairedTest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much more an arm saves than its reference, repeat by repeat on the same test rows.
 *
 * @param figure what is compared, by its key: {@code saved} or {@code saved_at_min_cost}
 * @param arm the arm
 * @param reference the same real training rows with nothing added
 * @param classifier whose scores
 * @param differences arm minus reference, one a repeat
 * @param mean their mean
 * @param standardError the corrected standard error of the mean, or null where there is none
 * @param low lower end of the 95 % interval, not corrected for several contrasts; or null
 * @param high its upper end, or null
 * @param p two-sided p-value, not corrected for several contrasts; or null
 * @param note why something is null, or null
 */
public record Saving(
    String figure,
    Arm arm,
    Arm reference,
    String classifier,
    List<Double> differences,
    double mean,
    @Nullable Double standardError,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double p,
    @Nullable String note) {
  public Saving {
    differences = List.copyOf(differences);
  }

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
        return descriptive(classifier, differences, "one repeat is descriptive only");
      }
      return tested(
          classifier,
          differences,
          NadeauBengio.of(differences, table.testToTraining(arm.rareRows())),
          "no variation between repeats");
    }

    private Saving byTime(ByTime pair, String classifier, List<Double> differences) {
      String why = pair.whyDescriptive();
      return why == null
          ? tested(classifier, differences, pair.saved(figure), ByTime.NO_VARIATION)
          : descriptive(classifier, differences, why);
    }

    private Saving tested(
        String classifier, List<Double> differences, PairedTest test, String withoutVariation) {
      if (test.standardError() == 0) {
        return descriptive(classifier, differences, withoutVariation);
      }
      double halfWidth = test.halfWidth(1 - Protocol.ALPHA);
      return new Saving(
          figure,
          arm,
          arm.reference(),
          classifier,
          differences,
          test.mean(),
          test.standardError(),
          test.mean() - halfWidth,
          test.mean() + halfWidth,
          test.p(),
          null);
    }

    private Saving descriptive(String classifier, List<Double> differences, String note) {
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
