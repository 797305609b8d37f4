package dev.synth.internal.compare;

import dev.synth.compare.Detectable;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.RepeatTable;
import dev.synth.compare.RowSpread;
import dev.synth.compare.TimeBlocks;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Evaluation;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.evaluate.MetricValue;
import dev.synth.evaluate.Unmeasured;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.PairedTest;
import dev.synth.internal.stats.RowSampling;
import dev.synth.internal.stats.StudentT;
import dev.synth.internal.stats.TwoOneSidedTests;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Differences between arms, repeat by repeat, with the test that fits the way of splitting. */
public final class Pairing {
  private final Protocol protocol;
  private final RepeatTable table;

  /** The pairings seen at the looks before this one; none where the number of repeats is fixed. */
  private final List<Pairing> earlier;

  public Pairing(Protocol protocol, RepeatTable table) {
    this.protocol = protocol;
    this.table = table;
    Protocol fixed = protocol.looks().isEmpty() ? protocol : protocol.withLooks(List.of());
    this.earlier =
        protocol.looks().stream()
            .filter(look -> look < table.repeats().size())
            .map(look -> new Pairing(fixed, new RepeatTable(table.repeats().subList(0, look))))
            .toList();
  }

  /** Returns how a figure of an arm differs from its reference's. */
  public PairedDifference toReference(EvaluationMetric measure, Arm arm, String classifier) {
    return difference(measure, arm, arm.reference(), classifier);
  }

  /** Returns how a figure of an arm differs from another arm's. */
  PairedDifference difference(EvaluationMetric measure, Arm arm, Arm reference, String classifier) {
    return difference(
        new PairedDifference.Subject(measure, arm, reference, classifier), repeat -> reference);
  }

  /**
   * Returns how a figure of an arm differs from a rival's that may be another one in each repeat.
   *
   * @param rival the rival in a repeat
   */
  PairedDifference difference(PairedDifference.Subject subject, Function<RepeatResult, Arm> rival) {
    List<Evaluation> with = new ArrayList<>();
    List<Evaluation> without = new ArrayList<>();
    for (RepeatResult repeat : table.repeats()) {
      with.add(evaluation(repeat, subject.arm(), subject));
      without.add(evaluation(repeat, rival.apply(repeat), subject));
    }
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < with.size(); i++) {
      MetricValue one = with.get(i).figure(subject.measure());
      MetricValue other = without.get(i).figure(subject.measure());
      Unmeasured skipped = skipped(one) == null ? skipped(other) : skipped(one);
      if (skipped != null) {
        return subject.without(List.of(), new Untested.NotMeasured(skipped));
      }
      differences.add(one.number().getAsDouble() - other.number().getAsDouble());
    }
    return switch (protocol.split()) {
      case RANDOM, GROUP -> atRandom(subject, differences, rival);
      case TIME, COLUMN -> new ByTime(with, without).judge(subject, differences);
    };
  }

  private PairedDifference atRandom(
      PairedDifference.Subject subject,
      List<Double> differences,
      Function<RepeatResult, Arm> rival) {
    if (differences.size() == 1) {
      return subject.without(differences, new Untested.OneRepeat());
    }
    PairedTest test = test(subject, differences, rival);
    PairedDifference estimate =
        Estimates.difference(subject, differences, test, null, Untested.NoVariation.Parts.REPEATS);
    boolean isJudged = subject.arm().judged() && subject.classifier().equals(protocol.classifier());
    return protocol.looks().isEmpty() || !isJudged || estimate.p() == null
        ? estimate
        : estimate.withP(allLooks(subject, differences, rival).p());
  }

  /** A judged arm's difference to its reference, as all looks until now saw it. */
  AllLooks allLooks(PairedDifference estimate) {
    return allLooks(estimate.subject(), estimate.differences(), repeat -> estimate.reference());
  }

  private AllLooks allLooks(
      PairedDifference.Subject subject,
      List<Double> differences,
      Function<RepeatResult, Arm> rival) {
    List<PairedTest.OfRepeats> tests = new ArrayList<>();
    for (Pairing look : earlier) {
      int repeats = look.table.repeats().size();
      tests.add(look.test(subject, differences.subList(0, repeats), rival));
    }
    tests.add(test(subject, differences, rival));
    return new AllLooks(protocol.looks().getLast(), tests);
  }

  /** Returns how small an effect of a judged arm could have been seen; null where nothing could. */
  @Nullable Detectable detectable(PairedDifference estimate, int family) {
    Double error = estimate.standardError();
    if (error == null) {
      return null;
    }
    TimeBlocks blocks = estimate.blocks();
    return blocks == null
        ? MinimumDetectableEffect.of(
            test(estimate.subject(), estimate.differences(), repeat -> estimate.reference()),
            family,
            protocol.effect(),
            table.testRare())
        : MinimumDetectableEffect.ofBlocks(error, blocks, family, protocol.effect());
  }

  /** The p-value of two one-sided tests against the effect asked for; 1 where nothing is tested. */
  double equivalenceP(PairedDifference estimate) {
    Double mean = estimate.mean();
    Double error = estimate.standardError();
    if (mean == null || error == null) {
      return 1;
    }
    if (!protocol.looks().isEmpty()) {
      return allLooks(estimate).equivalenceP(protocol.effect());
    }
    return TwoOneSidedTests.p(mean, error, distribution(estimate), protocol.effect());
  }

  /** Returns what the estimate's test refers to, without a look at the rows once more. */
  private static StudentT distribution(PairedDifference estimate) {
    RowSpread spread = estimate.spread();
    TimeBlocks blocks = estimate.blocks();
    if (spread != null) {
      return new StudentT(spread.degreesOfFreedom());
    }
    return new StudentT(
        blocks == null ? estimate.differences().size() - 1 : blocks.blocks() - blocks.windows());
  }

  /** Of rows, where their ranks are known; else Nadeau and Bengio's test. */
  private PairedTest.OfRepeats test(
      PairedDifference.Subject subject,
      List<Double> differences,
      Function<RepeatResult, Arm> rival) {
    return RankedPairs.of(table.repeats(), subject.arm(), subject.classifier(), rival)
        .flatMap(pairs -> pairs.rows(subject.measure()))
        .<PairedTest.OfRepeats>map(rows -> RowSampling.of(differences, rows))
        .orElseGet(
            () -> NadeauBengio.of(differences, table.testToTraining(subject.arm().rareRows())));
  }

  private Evaluation evaluation(RepeatResult repeat, Arm arm, PairedDifference.Subject subject) {
    return table.evaluation(repeat.repeat(), arm, subject.classifier());
  }

  private static @Nullable Unmeasured skipped(MetricValue figure) {
    return switch (figure) {
      case MetricValue.Value value -> null;
      case MetricValue.Skipped skipped -> skipped.skipped();
    };
  }
}
