package dev.synth.internal.classify.feature;

import dev.synth.internal.base.Micros;
import dev.synth.internal.stats.Medians;
import dev.synth.table.Cells;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A point in time as seconds since the earliest fitted one, hour of the day in [0, 24), and day of
 * the week from 0 on Mondays to 6 on Sundays.
 *
 * @param earliest the earliest fitted time, in microseconds since 1970
 * @param kept whether missing times stay NaN
 * @param filler what stands for a missing time, in microseconds since 1970
 * @param flagged whether a further feature says that the time is missing
 */
record TimeFeatures(String column, long earliest, boolean kept, long filler, boolean flagged)
    implements ColumnFeatures {
  private static final double HOUR = (double) Micros.PER_HOUR;

  /** 1970-01-01 was a Thursday, three days after a Monday. */
  private static final int FIRST_DAY_OF_WEEK = 3;

  static TimeFeatures fit(String column, Cells.Instants cells, MissingNumbers missing) {
    long[] times =
        IntStream.range(0, cells.size())
            .filter(row -> !cells.isMissing(row))
            .mapToLong(cells::value)
            .toArray();
    long earliest = Arrays.stream(times).min().orElse(0);
    long median = Medians.upperMedian(times).orElse(0);
    return switch (missing) {
      case KEPT -> new TimeFeatures(column, earliest, true, 0, false);
      case IMPUTED -> new TimeFeatures(column, earliest, false, median, cells.missingCount() > 0);
    };
  }

  @Override
  public List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(column + " in seconds", column + " hour of day", column + " day of week"));
    if (flagged) {
      names.add(column + " is missing");
    }
    return names;
  }

  @Override
  public double[][] encode(Cells cells) {
    Cells.Instants times = (Cells.Instants) cells;
    double[][] features = new double[flagged ? 4 : 3][times.size()];
    for (int row = 0; row < times.size(); row++) {
      if (times.isMissing(row) && kept) {
        features[0][row] = Double.NaN;
        features[1][row] = Double.NaN;
        features[2][row] = Double.NaN;
      } else {
        long time = times.isMissing(row) ? filler : times.value(row);
        features[0][row] = (time - earliest) / (double) Micros.PER_SECOND;
        features[1][row] = Math.floorMod(time, Micros.PER_DAY) / HOUR;
        features[2][row] =
            Math.floorMod(Math.floorDiv(time, Micros.PER_DAY) + FIRST_DAY_OF_WEEK, 7L);
      }
    }
    if (flagged) {
      features[3] = ColumnFeatures.missingness(cells);
    }
    return features;
  }
}
