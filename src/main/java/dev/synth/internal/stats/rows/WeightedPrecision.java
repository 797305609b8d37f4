package dev.synth.internal.stats.rows;

import dev.synth.internal.stats.AveragePrecision;

/**
 * {@link AveragePrecision} as a function of the rows' weights.
 *
 * <p>With P<sub>g</sub> the rare weight of step g, C<sub>g</sub> the rare weight and T<sub>g</sub>
 * all weight down to it, and P all rare weight, it is A = Σ
 * P<sub>g</sub>·C<sub>g</sub>/T<sub>g</sub> / P. Its derivative by the weight of a row in step h is
 *
 * <ul>
 *   <li>(C<sub>h</sub>/T<sub>h</sub> + Σ<sub>g≥h</sub> P<sub>g</sub>(T<sub>g</sub> −
 *       C<sub>g</sub>)/T<sub>g</sub>² − A) / P for a rare row,
 *   <li>−Σ<sub>g≥h</sub> P<sub>g</sub>C<sub>g</sub>/T<sub>g</sub>² / P for any other.
 * </ul>
 */
public final class WeightedPrecision implements WeightedFigure {
  @Override
  public double value(TestRows rows, Ranking ranking, double[] weights) {
    AveragePrecision precision = new AveragePrecision();
    int place = 0;
    for (int step = 0; step < ranking.steps(); step++) {
      double rare = 0;
      double others = 0;
      for (; place < ranking.end(step); place++) {
        int row = ranking.row(place);
        if (rows.isRare(row)) {
          rare += weights[row];
        } else {
          others += weights[row];
        }
      }
      precision.step(rare, others);
    }
    return precision.value();
  }

  @Override
  public double[] derivatives(TestRows rows, Ranking ranking) {
    int steps = ranking.steps();
    double[] rareIn = new double[steps];
    int place = 0;
    for (int step = 0; step < steps; step++) {
      for (; place < ranking.end(step); place++) {
        rareIn[step] += rows.isRare(ranking.row(place)) ? 1 : 0;
      }
    }
    double all = rows.rareCount();
    double sum = 0;
    double caught = 0;
    for (int step = 0; step < steps; step++) {
      caught += rareIn[step];
      sum += rareIn[step] * caught / ranking.end(step);
    }
    double average = sum / all;
    double[] derivatives = new double[rows.size()];
    double belowForRare = 0;
    double belowForOthers = 0;
    place = ranking.size() - 1;
    for (int step = steps - 1; step >= 0; step--) {
      double total = ranking.end(step);
      belowForRare += rareIn[step] * (total - caught) / (total * total);
      belowForOthers += rareIn[step] * caught / (total * total);
      int first = step == 0 ? 0 : ranking.end(step - 1);
      for (; place >= first; place--) {
        int row = ranking.row(place);
        derivatives[row] =
            rows.isRare(row)
                ? (caught / total + belowForRare - average) / all
                : -belowForOthers / all;
      }
      caught -= rareIn[step];
    }
    return derivatives;
  }

  /** Exact, by sums over the steps above and below the row that is left out. */
  @Override
  public double[] losses(TestRows rows, Ranking ranking) {
    int steps = ranking.steps();
    int[] rareIn = new int[steps];
    int place = 0;
    for (int step = 0; step < steps; step++) {
      for (; place < ranking.end(step); place++) {
        rareIn[step] += rows.isRare(ranking.row(place)) ? 1 : 0;
      }
    }
    double all = rows.rareCount();
    double others = rows.size() - all;
    double ofRare = all < 2 ? 1 : all / (all - 1);
    double ofOthers = others < 2 ? 1 : others / (others - 1);
    // the value is the sum over the steps above the row, left whole, and below it, without it
    double[] aboveRare = new double[steps + 1];
    double[] aboveOthers = new double[steps + 1];
    int caught = 0;
    for (int step = 0; step < steps; step++) {
      caught += rareIn[step];
      double alarms = ranking.end(step) - caught;
      aboveRare[step + 1] =
          aboveRare[step] + rareIn[step] * ofRare * share(caught * ofRare, alarms);
      aboveOthers[step + 1] = aboveOthers[step] + rareIn[step] * share(caught, alarms * ofOthers);
    }
    double[] losses = new double[rows.size()];
    double belowRare = 0;
    double belowOthers = 0;
    place = ranking.size() - 1;
    for (int step = steps - 1; step >= 0; step--) {
      double alarms = ranking.end(step) - caught;
      double without = share((caught - 1) * ofRare, alarms) * ofRare;
      belowOthers += rareIn[step] * share(caught, (alarms - 1) * ofOthers);
      double withoutRare = aboveRare[step] + (rareIn[step] - 1) * without + belowRare;
      double withoutOther = aboveOthers[step] + belowOthers;
      int first = step == 0 ? 0 : ranking.end(step - 1);
      for (; place >= first; place--) {
        int row = ranking.row(place);
        losses[row] =
            rows.isRare(row)
                ? -withoutRare / all * (all - 1) / all
                : -withoutOther / all * (others - 1) / others;
      }
      belowRare += rareIn[step] * without;
      caught -= rareIn[step];
    }
    return losses;
  }

  /** The precision of an alarm; 0 where there is none. */
  private static double share(double caught, double alarms) {
    return caught <= 0 ? 0 : caught / (caught + Math.max(0, alarms));
  }
}
