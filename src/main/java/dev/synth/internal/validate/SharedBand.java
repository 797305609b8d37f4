package dev.synth.internal.validate;

import dev.synth.internal.validate.metric.BadSide;
import dev.synth.internal.validate.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The share of their floors' tails into which the gates of one preset may reach, so that real rows
 * pass all of them at once with a given probability.
 *
 * <p>Each real-against-real draw has, for every gate, a tail: the share of the gate's floor that is
 * as bad or worse. A draw passes where its smallest tail, its largest rank, is above the common
 * one. All metrics see the same halves in the same draw, so the share of passing draws counts how
 * gates move together (Westfall and Young, 1993, use resampled minima in this way). A gate whose
 * metric fits models has too few draws to count in; it enters by its pointwise quantile, as if it
 * moved by itself, which makes the band no narrower where it does not.
 */
final class SharedBand {
  private SharedBand() {}

  /**
   * A figure of a band.
   *
   * @param floor its noise floor
   * @param side where its values are bad
   */
  record BandFigure(NoiseFloor floor, BadSide side) {}

  /**
   * Returns the common tail of some figures.
   *
   * @param probability with which real rows are to be inside with all figures, in (0, 1)
   * @return in (0, 1 − probability]
   */
  static double tail(List<BandFigure> figures, double probability) {
    List<double[]> tails = new ArrayList<>();
    int models = 0;
    for (BandFigure figure : figures) {
      if (figure.floor().isModel()) {
        models++;
      } else {
        tails.add(figure.floor().tails(figure.side()));
      }
    }
    return tail(tails, models, probability);
  }

  /**
   * Returns the common tail.
   *
   * @param tails for each gate with a full number of draws, the tail of each draw; NaN where the
   *     draw has no value
   * @param models how many further gates rest on few draws
   * @param probability with which real rows are to pass all gates, in (0, 1)
   * @return in (0, 1 − probability]
   */
  static double tail(List<double[]> tails, int models, double probability) {
    double[] smallest = smallest(tails);
    double most = 1 - probability;
    int steps = 2 * Metric.MetricProtocol.DRAWS;
    for (int step = steps; step > 1; step--) {
      double tail = most * step / steps;
      double pass = above(smallest, tail) * Math.pow(1 - tail, models);
      if (pass >= probability) {
        return tail;
      }
    }
    return most / steps;
  }

  private static double[] smallest(List<double[]> tails) {
    int draws = tails.stream().mapToInt(gate -> gate.length).max().orElse(0);
    double[] smallest = new double[draws];
    Arrays.fill(smallest, 1);
    for (double[] gate : tails) {
      for (int draw = 0; draw < gate.length; draw++) {
        smallest[draw] =
            Double.isNaN(gate[draw]) ? smallest[draw] : Math.min(smallest[draw], gate[draw]);
      }
    }
    return smallest;
  }

  /** Returns the share of draws whose smallest tail exceeds another; 1 where there are none. */
  private static double above(double[] smallest, double tail) {
    if (smallest.length == 0) {
      return 1;
    }
    return (double) Arrays.stream(smallest).filter(value -> value > tail).count() / smallest.length;
  }
}
