package dev.synth.internal.validate;

import dev.synth.internal.validate.SharedBand.BandFigure;
import dev.synth.internal.validate.metric.BadSide;
import dev.synth.validate.Question;
import dev.synth.validate.Sign;
import dev.synth.validate.ValidationReport.Floor;
import dev.synth.validate.ValidationReport.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures that real rows seldom have, whether or not they have a gate.
 *
 * <p>The figures of one question share a band as the gates of a preset do ({@link SharedBand}), so
 * that a question has no sign in nineteen of twenty samples of fresh real rows.
 */
final class SignFinder {
  private SignFinder() {}

  /** Returns the signs, in the order of metrics. */
  static List<Sign> of(List<GatedMetric> all) {
    List<Sign> signs = new ArrayList<>();
    for (Question question : Question.values()) {
      signs.addAll(
          ofQuestion(all.stream().filter(metric -> metric.question() == question).toList()));
    }
    return List.copyOf(signs);
  }

  private static List<Sign> ofQuestion(List<GatedMetric> asked) {
    List<BandFigure> figures = new ArrayList<>();
    for (GatedMetric each : asked) {
      NoiseFloor floor = each.deciding().floor();
      if (floor != null) {
        figures.add(new BandFigure(floor, each.metric().badSide()));
      }
    }
    double tail = SharedBand.tail(figures, GateRules.SHARED);
    List<Sign> signs = new ArrayList<>();
    for (GatedMetric each : asked) {
      Sign sign = sign(each, tail);
      if (sign != null) {
        signs.add(sign);
      }
    }
    return signs;
  }

  private static @Nullable Sign sign(GatedMetric measured, double tail) {
    Reading reading = measured.deciding().reading();
    NoiseFloor floor = measured.deciding().floor();
    Floor shown = reading.floor();
    Double value = reading.atFloorSize();
    if (floor == null || shown == null || value == null) {
      return null;
    }
    BadSide side = measured.metric().badSide();
    ClosedInterval band = floor.inside(side, tail).widened(unseenShare(floor, shown, tail));
    return band.contains(value)
        ? null
        : new Sign(
            measured.metric().description().id(),
            reading.reference(),
            value,
            finite(band.low()),
            finite(band.high()));
  }

  /**
   * The share that so many real rows can have without one of them showing it, as where none has a
   * near copy: a floor of equal draws says no more than that. 0 where draws differ.
   */
  private static double unseenShare(NoiseFloor floor, Floor shown, double tail) {
    return floor.isConstant() ? 1 - Math.pow(tail, 1.0 / shown.rowsPerSide()) : 0;
  }

  private static @Nullable Double finite(double limit) {
    return Double.isInfinite(limit) ? null : (Double) limit;
  }
}
