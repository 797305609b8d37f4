package dev.synth.evaluate;

import dev.synth.split.SplitOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Differences between arms, repeat by repeat, with the test that fits the way of splitting. */
final class Pairing {
  private final Protocol protocol;
  private final RepeatTable table;

  Pairing(Protocol protocol, RepeatTable table) {
    this.protocol = protocol;
    this.table = table;
  }

  /** How a figure of an arm differs from its reference's. */
  PairedDifference toReference(Measure measure, Arm arm, String classifier) {
    return difference(measure, arm, arm.reference(), classifier);
  }

  /** How a figure of an arm differs from another arm's. */
  PairedDifference difference(Measure measure, Arm arm, Arm reference, String classifier) {
    return difference(
        new PairedDifference.Subject(measure, arm, reference, classifier), repeat -> reference);
  }

  /**
   * How a figure of an arm differs from a rival's that may be another one in each repeat.
   *
   * @param rival the rival in a repeat
   */
  PairedDifference difference(PairedDifference.Subject subject, Function<RepeatResult, Arm> rival) {
    List<Double> differences = new ArrayList<>();
    for (RepeatResult repeat : table.repeats()) {
      Figure with = figure(repeat, subject.arm(), subject);
      Figure without = figure(repeat, rival.apply(repeat), subject);
      String skipped = skipped(with) == null ? skipped(without) : skipped(with);
      if (skipped != null) {
        return subject.without(List.of(), skipped);
      }
      differences.add(with.number().getAsDouble() - without.number().getAsDouble());
    }
    return judge(subject, differences);
  }

  /** Nadeau and Bengio's test where it applies, and why not where it does not. */
  private PairedDifference judge(PairedDifference.Subject subject, List<Double> differences) {
    if (protocol.split() == SplitOptions.Method.TIME) {
      return subject.without(differences, "one split by time is descriptive only");
    }
    if (differences.size() == 1) {
      return subject.without(differences, "one repeat is descriptive only");
    }
    NadeauBengio test = test(subject.arm(), differences);
    if (test.variance() == 0) {
      return subject.without(differences, "no variation between repeats");
    }
    return subject.with(differences, test);
  }

  /** How small an effect of a judged arm could have been seen; null where nothing could. */
  @Nullable Detectable detectable(PairedDifference estimate, int family) {
    return estimate.p() == null
        ? null
        : Detectable.of(
            test(estimate.arm(), estimate.differences()),
            family,
            protocol.effect(),
            table.testRare());
  }

  private NadeauBengio test(Arm arm, List<Double> differences) {
    return NadeauBengio.of(differences, table.testToTraining(arm.rareRows()));
  }

  private Figure figure(RepeatResult repeat, Arm arm, PairedDifference.Subject subject) {
    return table.evaluation(repeat.repeat(), arm, subject.classifier()).figure(subject.measure());
  }

  private static @Nullable String skipped(Figure figure) {
    return switch (figure) {
      case Figure.Value value -> null;
      case Figure.Skipped skipped -> skipped.skipped();
    };
  }
}
