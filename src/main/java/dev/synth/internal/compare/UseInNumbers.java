package dev.synth.internal.compare;

import dev.synth.compare.InUse;
import dev.synth.compare.InUse.Change;
import dev.synth.compare.Protocol;
import dev.synth.compare.RepeatTable;
import dev.synth.compare.Saving;
import dev.synth.evaluate.Arm;
import dev.synth.evaluate.Confusion;
import dev.synth.evaluate.CostAndAlertMetrics;
import dev.synth.evaluate.Evaluation;
import dev.synth.internal.stats.Moments;
import dev.synth.internal.stats.NadeauBengio;
import dev.synth.internal.stats.RowSampling;
import dev.synth.internal.stats.rows.AlertFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Counts what an arm changes in use; intervals are for splits at random alone. */
final class UseInNumbers {
  private final Protocol protocol;
  private final RepeatTable table;
  private final Arm arm;

  private UseInNumbers(Protocol protocol, RepeatTable table, Arm arm) {
    this.protocol = protocol;
    this.table = table;
    this.arm = arm;
  }

  /** Counts for one judged arm. */
  static InUse of(Protocol protocol, RepeatTable table, Arm arm, List<Saving> savings) {
    UseInNumbers use = new UseInNumbers(protocol, table, arm);
    return new InUse(
        use.change(AlertFigure.RECALL, Confusion::truePositives),
        use.change(AlertFigure.ALERTS_PER_RARE_ROW, Confusion::alerts),
        savings.stream()
            .filter(saving -> saving.figure().equals(CostAndAlertMetrics.SAVED))
            .filter(saving -> saving.arm().equals(arm))
            .filter(saving -> saving.classifier().equals(protocol.classifier()))
            .findFirst()
            .map(use::scaled)
            .orElse(null));
  }

  /** The change of a count per rare row, for {@value InUse#RARE_ROWS} of them. */
  private Change change(AlertFigure figure, ToIntFunction<Confusion> count) {
    List<Evaluation> own = table.evaluations(arm, protocol.classifier());
    List<Evaluation> without = table.evaluations(arm.reference(), protocol.classifier());
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      differences.add(
          perRareRow(count, own.get(i).confusion())
              - perRareRow(count, without.get(i).confusion()));
    }
    double mean = InUse.RARE_ROWS * Moments.mean(differences);
    if (protocol.split().isFixed() || differences.size() == 1) {
      return new Change(mean, null, null);
    }
    double half = InUse.RARE_ROWS * halfWidth(figure, differences);
    return half == 0 ? new Change(mean, null, null) : new Change(mean, mean - half, mean + half);
  }

  private static double perRareRow(ToIntFunction<Confusion> count, Confusion counts) {
    return (double) count.applyAsInt(counts) / counts.rareRows();
  }

  private double halfWidth(AlertFigure figure, List<Double> differences) {
    double confidence = 1 - Protocol.ALPHA;
    return RankedPairs.of(table.repeats(), arm, protocol.classifier(), repeat -> arm.reference())
        .map(pairs -> RowSampling.of(differences, pairs.rows(figure)))
        .map(test -> test.withRefitCorrelation(sharedThresholds(figure)).halfWidth(confidence))
        .orElseGet(
            () ->
                NadeauBengio.of(differences, table.testToTraining(arm.rareRows()))
                    .halfWidth(confidence));
  }

  /**
   * The correlation of thresholds between repeats, which share validation rows. It matters for
   * alerts, whose intervals would be too short without it; those of the others would not be.
   */
  private double sharedThresholds(AlertFigure figure) {
    return switch (figure) {
      case RECALL, F1 -> 0;
      case ALERTS_PER_RARE_ROW -> table.validationShare();
    };
  }

  /** Money that rests on few losses has no interval that is worth telling. */
  private Change scaled(Saving saving) {
    double scale = InUse.RARE_ROWS / table.testRare();
    if (saving.restsOnFewLosses()) {
      return new Change(saving.mean() * scale, null, null);
    }
    Double low = saving.low();
    Double high = saving.high();
    return new Change(
        saving.mean() * scale,
        low == null ? null : (Double) (low * scale),
        high == null ? null : (Double) (high * scale));
  }
}
