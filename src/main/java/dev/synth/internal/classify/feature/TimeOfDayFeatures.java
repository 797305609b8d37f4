package dev.synth.internal.classify.feature;

import dev.synth.internal.stats.Circle;
import dev.synth.table.Cells;
import java.util.ArrayList;
import java.util.List;

/**
 * A time of day as three features: the hour in [0, 24), which trees cut where they like, and its
 * cosine and sine, by which a linear model finds midnight to be one time.
 *
 * @param kept whether missing times stay NaN
 * @param filler the hour that stands for a missing time: the mean direction of those that are there
 * @param flagged whether a further feature says that the time is missing
 */
record TimeOfDayFeatures(String column, boolean kept, double filler, boolean flagged)
    implements ColumnFeatures {
  private static final double HOUR = 3_600e6;
  private static final double HOURS_PER_DAY = 24;

  static TimeOfDayFeatures fit(String column, Cells.Instants cells, MissingNumbers missing) {
    return switch (missing) {
      case KEPT -> new TimeOfDayFeatures(column, true, 0, false);
      case IMPUTED -> {
        double mean = new Circle(HOURS_PER_DAY).mean(hours(cells));
        yield new TimeOfDayFeatures(
            column, false, Double.isNaN(mean) ? 0 : mean, cells.missingCount() > 0);
      }
    };
  }

  private static double[] hours(Cells.Instants cells) {
    double[] hours = new double[cells.size()];
    for (int row = 0; row < hours.length; row++) {
      hours[row] = cells.isMissing(row) ? Double.NaN : cells.value(row) / HOUR;
    }
    return hours;
  }

  @Override
  public List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(column + " hour of day", column + " cosine of day", column + " sine of day"));
    if (flagged) {
      names.add(column + " is missing");
    }
    return names;
  }

  @Override
  public double[][] encode(Cells cells) {
    double[] hours = hours((Cells.Instants) cells);
    double[][] features = new double[flagged ? 4 : 3][hours.length];
    for (int row = 0; row < hours.length; row++) {
      double hour = Double.isNaN(hours[row]) && !kept ? filler : hours[row];
      double turn = 2 * Math.PI * hour / HOURS_PER_DAY;
      features[0][row] = hour;
      features[1][row] = StrictMath.cos(turn);
      features[2][row] = StrictMath.sin(turn);
    }
    if (flagged) {
      features[3] = ColumnFeatures.missingness(cells);
    }
    return features;
  }
}
