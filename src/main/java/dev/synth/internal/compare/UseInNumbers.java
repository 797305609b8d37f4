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
import dev.synth.split.SplitOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

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
        use.change(counts -> perThousand(counts.truePositives(), counts)),
        use.change(counts -> perThousand(counts.alerts(), counts)),
        savings.stream()
            .filter(saving -> saving.figure().equals(CostAndAlertMetrics.SAVED))
            .filter(saving -> saving.arm().equals(arm))
            .filter(saving -> saving.classifier().equals(protocol.classifier()))
            .findFirst()
            .map(use::scaled)
            .orElse(null));
  }

  private static double perThousand(int count, Confusion counts) {
    return (double) InUse.RARE_ROWS * count / counts.rareRows();
  }

  private Change change(ToDoubleFunction<Confusion> figure) {
    List<Evaluation> own = table.evaluations(arm, protocol.classifier());
    List<Evaluation> without = table.evaluations(arm.reference(), protocol.classifier());
    List<Double> differences = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      differences.add(
          figure.applyAsDouble(own.get(i).confusion())
              - figure.applyAsDouble(without.get(i).confusion()));
    }
    double mean = Moments.mean(differences);
    if (protocol.split() == SplitOptions.Method.TIME || differences.size() == 1) {
      return new Change(mean, null, null);
    }
    NadeauBengio test = NadeauBengio.of(differences, table.testToTraining(arm.rareRows()));
    double half = test.halfWidth(1 - Protocol.ALPHA);
    return half == 0 ? new Change(mean, null, null) : new Change(mean, mean - half, mean + half);
  }

  private Change scaled(Saving saving) {
    double scale = InUse.RARE_ROWS / table.testRare();
    Double low = saving.low();
    Double high = saving.high();
    return new Change(
        saving.mean() * scale,
        low == null ? null : (Double) (low * scale),
        high == null ? null : (Double) (high * scale));
  }
}
