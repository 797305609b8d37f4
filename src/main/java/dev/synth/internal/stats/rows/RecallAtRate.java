package dev.synth.internal.stats.rows;

/**
 * The highest recall of any threshold whose false-positive rate is at most a level, as a function
 * of the rows' weights.
 *
 * <p>The threshold is a quantile of the other class, so that the figure steps when a row is left
 * out, and a jackknife says little. Its derivatives are those of a quantile's functional: with R
 * the recall, F the false-positive rate and r the level,
 *
 * <ul>
 *   <li>(1{row is found} − R)/P for one of the P rare rows,
 *   <li>−(1{row is a false alarm} − r)·R'/N for one of the N others, where R' = dR/dF at r is how
 *       much recall a higher rate would buy. Hsieh and Turnbull (Annals of Statistics 24, 1996)
 *       have the same two terms for the ROC curve.
 * </ul>
 *
 * R' is the slope of the ROC curve from half of the level to one and a half: a narrower span holds
 * too few rows.
 *
 * @param rate the level, in (0, 1)
 */
public record RecallAtRate(double rate) implements WeightedFigure {
  private static final double NARROWER = 0.5;
  private static final double WIDER = 1.5;

  /** Rounding must not keep a row out that just fits. */
  private static final double SLACK = 1e-9;

  public RecallAtRate {
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("the rate must be in (0, 1), but is " + rate);
    }
  }

  @Override
  public double value(TestRows rows, Ranking ranking, double[] weights) {
    double others = 0;
    double rare = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.isRare(row)) {
        rare += weights[row];
      } else {
        others += weights[row];
      }
    }
    double most = rate * others * (1 + SLACK);
    double found = 0;
    double alarms = 0;
    int place = 0;
    for (int step = 0; step < ranking.steps(); step++) {
      double foundHere = 0;
      for (; place < ranking.end(step); place++) {
        int row = ranking.row(place);
        if (rows.isRare(row)) {
          foundHere += weights[row];
        } else {
          alarms += weights[row];
        }
      }
      if (alarms > most) {
        break;
      }
      found += foundHere;
    }
    return found / rare;
  }

  @Override
  public double[] derivatives(TestRows rows, Ranking ranking) {
    double rare = rows.rareCount();
    double others = rows.size() - rare;
    int end = end(rows, ranking, rate);
    double slope =
        (recall(rows, ranking, WIDER * rate) - recall(rows, ranking, NARROWER * rate))
            / ((WIDER - NARROWER) * rate);
    double[] derivatives = new double[rows.size()];
    double recall = recall(rows, ranking, rate);
    for (int place = 0; place < derivatives.length; place++) {
      int row = ranking.row(place);
      int alert = place < end ? 1 : 0;
      derivatives[row] =
          rows.isRare(row) ? (alert - recall) / rare : -(alert - rate) * slope / others;
    }
    return derivatives;
  }

  /** The derivatives: what the figure loses without one row is all or nothing. */
  @Override
  public double[] losses(TestRows rows, Ranking ranking) {
    return derivatives(rows, ranking);
  }

  private static double recall(TestRows rows, Ranking ranking, double atRate) {
    int found = 0;
    int end = end(rows, ranking, atRate);
    for (int place = 0; place < end; place++) {
      found += rows.isRare(ranking.row(place)) ? 1 : 0;
    }
    return (double) found / rows.rareCount();
  }

  /** The place after the last row that raises an alert at a rate. */
  private static int end(TestRows rows, Ranking ranking, double atRate) {
    double most = atRate * (rows.size() - rows.rareCount()) * (1 + SLACK);
    int alarms = 0;
    int place = 0;
    int end = 0;
    for (int step = 0; step < ranking.steps(); step++) {
      for (; place < ranking.end(step); place++) {
        alarms += rows.isRare(ranking.row(place)) ? 0 : 1;
      }
      if (alarms > most) {
        return end;
      }
      end = place;
    }
    return end;
  }
}
