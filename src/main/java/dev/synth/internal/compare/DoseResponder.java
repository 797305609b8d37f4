package dev.synth.internal.compare;

import dev.synth.base.Seeds;
import dev.synth.compare.DoseResponse;
import dev.synth.compare.PairedDifference;
import dev.synth.compare.Protocol;
import dev.synth.compare.RealRowEquivalent;
import dev.synth.compare.RepeatTable;
import dev.synth.compare.Untested;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.EvaluationMetric;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.StudentT;
import dev.synth.split.RareRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Computes a {@link DoseResponse}.
 *
 * <p>A repeat's numbers of real rare rows are the first ones of one random order, so that each
 * repeat is one ordering of the rare rows.
 */
final class DoseResponder {
  /** The number of standard errors by which the curve must rise, or nothing can be read off it. */
  private static final double CLEAR = 2;

  /** The seed of the draws, which are part of the method: the same ones in every comparison. */
  private static final Seeds SEEDS = new Seeds(0);

  private final Protocol protocol;
  private final RepeatTable table;
  private final Pairing pairing;
  private final List<Arm> references;
  private final double[] sizes;
  private final double[][] none;

  private DoseResponder(Protocol protocol, RepeatTable table, Pairing pairing) {
    this.protocol = protocol;
    this.table = table;
    this.pairing = pairing;
    TreeMap<Integer, Arm> bySize = new TreeMap<>();
    for (Arm arm : table.arms()) {
      if (arm.role() == Arm.Role.REFERENCE) {
        bySize.putIfAbsent(table.trainingRare(arm.rareRows()), arm);
      }
    }
    this.references = List.copyOf(bySize.values());
    this.sizes = bySize.keySet().stream().mapToDouble(size -> size).toArray();
    this.none = references.stream().map(this::precisions).toArray(double[][]::new);
  }

  /** Computes it; empty where there are fewer than two numbers of real rare rows. */
  static Optional<DoseResponse> of(Protocol protocol, RepeatTable table, Pairing pairing) {
    DoseResponder responder = new DoseResponder(protocol, table, pairing);
    return responder.sizes.length < 2 ? Optional.empty() : Optional.of(responder.respond());
  }

  private DoseResponse respond() {
    double[] means = new double[sizes.length];
    for (int i = 0; i < means.length; i++) {
      means[i] = Moments.mean(none[i]);
    }
    RisingCurve rising = RisingCurve.of(sizes, means);
    List<DoseResponse.Dose> curve = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      curve.add(new DoseResponse.Dose((int) sizes[i], means[i], rising.value(i)));
    }
    List<RealRowEquivalent> equivalents = new ArrayList<>();
    for (int at = 0; at < sizes.length - 1; at++) {
      Untested unknown = whyUnknown(at);
      for (Arm arm : table.arms()) {
        if (arm.role() != Arm.Role.REFERENCE && arm.reference().equals(references.get(at))) {
          equivalents.add(unknown == null ? equivalent(arm, at) : unknown(arm, at, unknown));
        }
      }
    }
    return new DoseResponse(protocol.classifier(), curve, equivalents);
  }

  private int most(int at) {
    return (int) (sizes[sizes.length - 1] - sizes[at]);
  }

  private RealRowEquivalent unknown(Arm arm, int at, Untested note) {
    return RealRowEquivalent.unknown(arm, (int) sizes[at], most(at), note);
  }

  /** Returns why the curve says nothing beyond a size; null where it clearly rises. */
  private @Nullable Untested whyUnknown(int at) {
    PairedDifference rise =
        pairing.difference(
            EvaluationMetric.AVERAGE_PRECISION,
            references.getLast(),
            references.get(at),
            protocol.classifier());
    if (rise.mean() == null || rise.standardError() == null) {
      return new Untested.UntestedCurve(rise.note());
    }
    if (rise.mean() >= CLEAR * rise.standardError()) {
      return null;
    }
    return new Untested.FlatCurve(
        (int) sizes[at], (int) sizes[sizes.length - 1], rise.mean(), rise.standardError());
  }

  private RealRowEquivalent equivalent(Arm arm, int at) {
    double[] precisions = precisions(arm);
    Orderings orderings = new Orderings(sizes, none, precisions, at);
    double equivalent = orderings.realRowEquivalent();
    RareRows rareRows = references.get(at).rareRows();
    return switch (protocol.split()) {
      case RANDOM, GROUP -> {
        double[] interval =
            orderings.interval(
                widening(table.testToTraining(rareRows)), SEEDS.stream("synthetic-worth"));
        yield new RealRowEquivalent(
            arm, (int) sizes[at], most(at), equivalent, interval[0], interval[1], null);
      }
      case TIME, COLUMN ->
          new RealRowEquivalent(
              arm,
              (int) sizes[at],
              most(at),
              equivalent,
              null,
              null,
              new Untested.NoIntervalByTime());
    };
  }

  /**
   * By how much the deviations of bootstrapped means are widened, so that a plain mean of R repeats
   * gets {@link NadeauBengio}'s interval: repeats share rows, R is small, and the draws' own
   * variance is s²(R − 1)/R².
   */
  private double widening(double testToTraining) {
    double repeats = table.repeats().size();
    double variance = (1 / repeats + testToTraining) * repeats * repeats / (repeats - 1);
    double level = 1 - Protocol.ALPHA / 2;
    double tails = new StudentT(repeats - 1).quantile(level) / StudentT.NORMAL.quantile(level);
    return Math.sqrt(variance) * tails;
  }

  private double[] precisions(Arm arm) {
    return table.evaluations(arm, protocol.classifier()).stream()
        .mapToDouble(
            evaluation ->
                evaluation.figure(EvaluationMetric.AVERAGE_PRECISION).number().orElse(Double.NaN))
        .toArray();
  }
}
