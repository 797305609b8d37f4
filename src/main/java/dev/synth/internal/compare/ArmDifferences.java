package dev.synth.internal.compare;

import dev.synth.compare.PairedDifference;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatResult;
import dev.synth.compare.RepeatTable;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The differences of every arm with every classifier in every endpoint: for charts, and no verdict
 * rests on them.
 *
 * @param againstNone from {@code none} on the same real rows, in the endpoints beside average
 *     precision, whose differences the comparison holds
 * @param againstBestFree of every arm that is not free from the free rival with the highest mean of
 *     the same figure with the same classifier. That rival is known from the same test rows, which
 *     flatters it a little
 */
public record ArmDifferences(
    List<PairedDifference> againstNone, List<PairedDifference> againstBestFree) {
  public ArmDifferences {
    againstNone = List.copyOf(againstNone);
    againstBestFree = List.copyOf(againstBestFree);
  }

  /** Measures the differences. */
  public static ArmDifferences of(Protocol protocol, List<RepeatResult> repeats) {
    // looks change p-values alone, which no chart shows
    return new Measuring(protocol.withLooks(List.of()), new RepeatTable(repeats)).all();
  }

  private static final class Measuring {
    private final Protocol protocol;
    private final RepeatTable table;
    private final Pairing pairing;
    private final FreeRivals rivals;

    Measuring(Protocol protocol, RepeatTable table) {
      this.protocol = protocol;
      this.table = table;
      this.pairing = new Pairing(protocol, table);
      this.rivals = new FreeRivals(table);
    }

    ArmDifferences all() {
      List<PairedDifference> none = new ArrayList<>();
      List<PairedDifference> free = new ArrayList<>();
      for (EvaluationMetric measure : protocol.endpoints()) {
        for (String classifier : table.classifiers()) {
          for (Arm arm : table.arms()) {
            boolean isOwn = arm.role() != Arm.Role.REFERENCE;
            if (isOwn && measure != EvaluationMetric.AVERAGE_PRECISION) {
              none.add(pairing.toReference(measure, arm, classifier));
            }
            if (isOwn && arm.role() != Arm.Role.BASELINE) {
              toBestFree(measure, arm, classifier).ifPresent(free::add);
            }
          }
        }
      }
      return new ArmDifferences(none, free);
    }

    private Optional<PairedDifference> toBestFree(
        EvaluationMetric measure, Arm arm, String classifier) {
      return rivals.of(arm).stream()
          .filter(rival -> mean(measure, rival, classifier).isPresent())
          .max(Comparator.comparingDouble(rival -> mean(measure, rival, classifier).orElseThrow()))
          .map(
              rival ->
                  pairing.difference(
                      new PairedDifference.Subject(measure, arm, rival, classifier),
                      repeat -> rivals.in(repeat, rival)));
    }

    /** Returns the mean over the repeats; empty where one of them lacks the figure. */
    private OptionalDouble mean(EvaluationMetric measure, Arm rival, String classifier) {
      double sum = 0;
      for (RepeatResult repeat : table.repeats()) {
        OptionalDouble figure =
            table
                .evaluation(repeat.repeat(), rivals.in(repeat, rival), classifier)
                .figure(measure)
                .number();
        if (figure.isEmpty()) {
          return figure;
        }
        sum += figure.getAsDouble();
      }
      return OptionalDouble.of(sum / table.repeats().size());
    }
  }
}
